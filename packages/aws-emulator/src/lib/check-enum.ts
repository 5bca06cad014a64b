import { validationError } from './aws-error.ts'

/** The framework's check of an enum; `at` is such as `createAuthorizerInput.type`. Form recorded, the order of values is not. */
export function checkEnum(value: string | undefined, values: readonly string[], at: string): void {
  if (value === undefined || values.includes(value)) return
  throw validationError([
    `Value '${value}' at '${at}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(', ')}]`,
  ])
}

/** The framework's check of a pattern, such as `[1-5]\d\d` for status codes (documented in the API's model). */
export function checkPattern(value: string | undefined, pattern: string, at: string): void {
  if (new RegExp(`^(?:${pattern})$`).test(value ?? '')) return
  throw validationError([
    `Value '${value}' at '${at}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
  ])
}
