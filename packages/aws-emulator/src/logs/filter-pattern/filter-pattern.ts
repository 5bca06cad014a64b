import { invalidParameter } from '../errors.ts'
import { jsonTest } from './json-pattern.ts'
import { spacedTest } from './spaced-pattern.ts'
import { termsTest } from './terms-pattern.ts'

/** Whether a line matches. */
export type LineTest = (message: string) => boolean

/**
 * Reads a filter pattern: terms, `{ $.property = value }` for JSON lines, `[a, b = 4*, …]` for lines with spaces. The empty
 * pattern matches everything (documented). The sentence is guessed.
 */
export function lineTest(pattern: string | undefined): LineTest {
  const text = (pattern ?? '').trim()
  if (text === '') return () => true
  try {
    if (text.startsWith('{')) return jsonTest(text)
    return text.startsWith('[') ? spacedTest(text) : termsTest(text)
  } catch (error) {
    if (error instanceof Error) throw invalidParameter(`Invalid filter pattern: ${error.message}`)
    throw error
  }
}
