import { invalidParameter } from '../errors.ts'
import { jsonPattern } from './json-pattern.ts'
import type { FilterPattern, LineTest } from './pattern.ts'
import { spacedPattern } from './spaced-pattern.ts'
import { termsTest } from './terms-pattern.ts'

const termsPattern = (matches: LineTest): FilterPattern => ({
  kind: 'terms',
  matches,
  reader: () => undefined,
  named: [],
  needs: [],
})

/**
 * Reads a filter pattern: terms, `{ $.property = value }` for JSON lines, `[a, b = 4*, …]` for lines with spaces. The empty
 * pattern matches everything (documented). The sentence is guessed.
 */
export function readPattern(pattern: string | undefined): FilterPattern {
  const text = (pattern ?? '').trim()
  if (text === '') return termsPattern(() => true)
  try {
    if (text.startsWith('{')) return jsonPattern(text)
    return text.startsWith('[') ? spacedPattern(text) : termsPattern(termsTest(text))
  } catch (error) {
    if (error instanceof Error) throw invalidParameter(`Invalid filter pattern: ${error.message}`)
    throw error
  }
}

export const lineTest = (pattern: string | undefined): LineTest => readPattern(pattern).matches
