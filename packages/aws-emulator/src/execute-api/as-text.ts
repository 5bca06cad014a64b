/** Any value of a template or a JSON document as text: objects as JSON, what isn't there as nothing. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : `${value as number | boolean}`
}
