import { asText } from '../as-text.ts'

/** `$util` (documented). */
export const util = {
  escapeJavaScript: (value: unknown) => escapeJavaScript(asText(value)),
  urlEncode: (value: unknown) => new URLSearchParams({ v: asText(value) }).toString().slice(2),
  urlDecode: (value: unknown) => new URLSearchParams(`v=${asText(value).replaceAll('&', '%26')}`).get('v') ?? '',
  base64Encode: (value: unknown) => Buffer.from(asText(value)).toString('base64'),
  base64Decode: (value: unknown) => Buffer.from(asText(value), 'base64').toString('utf8'),
  parseJson: (value: unknown): unknown => JSON.parse(asText(value)),
}

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

/** As Apache's StringEscapeUtils does: single quotes too, which is why the docs tell one to undo them. */
function escapeJavaScript(value: string): string {
  return value.replaceAll(/[^ !#-&(-.0-[\]-~]/g, (letter) => {
    if (letter in escapes) return escapes[letter] ?? ''
    if (/["'\\/]/.test(letter)) return `\\${letter}`
    return `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  })
}
