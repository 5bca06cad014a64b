import { isRecord } from '../../protocol/check-shape.ts'

/** What a document holds is read as what it should be; anything else counts as absent. */
export const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined
export const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
export const asBoolean = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

export const asTexts = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.flatMap((item) => asText(item) ?? []) : undefined

export function asTextMap(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => [[key, asText(item) ?? '']]))
}

/** Without the members that are undefined; undefined where none is left. */
export function present<Value extends object>(value: Value): Value | undefined {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return entries.length > 0 ? (Object.fromEntries(entries) as Value) : undefined
}
