import type { Need } from '../need.ts'

/** Whether a line matches. */
export type LineTest = (message: string) => boolean

export type FilterPattern = {
  kind: 'terms' | 'json' | 'spaced'
  matches: LineTest
  /** Reads a value of a line by `$.property` or `$field`; undefined where the pattern has no such thing. */
  reader(selector: string): ((message: string) => unknown) | undefined
  /** The selectors that stand in the pattern. */
  named: string[]
  needs: Need[]
}
