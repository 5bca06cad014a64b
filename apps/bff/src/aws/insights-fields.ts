import type { AccessFormat } from './access-format.ts'

/** What Logs Insights calls a variable of an access log after `parseCommands`; undefined where the format hasn't it. */
export function fieldFor(format: AccessFormat, variable: string): string | undefined {
  if (format.kind === 'json') return format.paths.get(variable)
  const at = format.variables.indexOf(variable)
  return at < 0 ? undefined : `v${at}`
}

/** A field whose name has other characters stands between backticks (documented). */
export const quotedField = (path: string): string => (/^[\w.]+$/.test(path) ? path : `\`${path}\``)

/** What a query begins with: lines of JSON are taken apart by Insights itself. */
export function parseCommands(format: AccessFormat): string[] {
  if (format.kind === 'json') return []
  const glob = format.parts.join('*').replaceAll(/["\\]/g, String.raw`\$&`)
  return [`parse @message "${glob}" as ${format.variables.map((_, n) => `v${n}`).join(', ')}`]
}
