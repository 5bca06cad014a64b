import { toInstant } from '@callboard/shared-types/lib/instant'
import type { LogLine, LogSource } from '@callboard/shared-types/logs/logs.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { SeenLine } from '../aws/log-lines.reader.ts'
import { fieldsOf, readAccessFormat } from '../aws/access-format.ts'

/** Reads a log's lines: an access log's by its format, an execution log's by the id they begin with (metrics 5.5). */
export function lineReader(source: LogSource, { accessLogSettings }: StageConfig): (line: SeenLine) => LogLine {
  const format = source.startsWith('access') ? readAccessFormat(accessLogSettings?.format ?? '') : null
  return ({ id, atMs, text }) => {
    const fields = format && fieldsOf(format, text)
    const requestId = fields ? fields.requestId : /^\(([\w=-]+)\) /.exec(text)?.[1]
    return { id, at: toInstant(atMs), text, requestId: requestId ?? null, fields }
  }
}

/**
 * What a person types as CloudWatch Logs' pattern: words that a line must all have, unless it is a pattern already
 * (documented: `{ … }` for JSON, `[ … ]` for lines in columns, `"…"`, `?…`, `-…` and `%…%` for terms).
 */
export function filterPattern(typed: string): string {
  const text = typed.trim()
  if (text === '' || /^[{["?%-]/.test(text)) return text
  return text
    .split(/\s+/)
    .map((word) => `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
    .join(' ')
}
