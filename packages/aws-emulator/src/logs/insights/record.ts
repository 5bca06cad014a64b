import { eventId, type LogEvent } from '../log-event.ts'

export type Value = string | number | boolean | undefined

/** One row of a query: fields by their names. */
export type Row = Record<string, Value>

/** A line as a row; the properties of a JSON line are fields, deeper ones by their path (documented). */
export function toRow(event: LogEvent, log: string): Row {
  const row: Row = Object.create(null) as Row
  row['@timestamp'] = event.timestamp
  row['@ingestionTime'] = event.timestamp
  row['@message'] = event.message
  row['@logStream'] = event.stream
  row['@log'] = log
  if (event.message.startsWith('{')) addJson(row, event.message)
  return row
}

export const pointerOf = (event: LogEvent) => Buffer.from(eventId(event)).toString('base64')

/** AWS finds at most that many fields in a line (documented). */
const mostFields = 200

function addJson(row: Row, message: string): void {
  let parsed: unknown
  try {
    parsed = JSON.parse(message)
  } catch {
    return
  }
  let count = 0
  const add = (value: unknown, path: string) => {
    if (count >= mostFields || value === null || value === undefined) return
    if (typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) add(item, path === '' ? key : `${path}.${key}`)
      return
    }
    row[path] = value as Value
    count++
  }
  add(parsed, '')
}

/** A number, also out of a text that is one (documented: texts are taken as numbers where they are compared with one). */
export function asNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return NaN
  return Number(value)
}

export const asText = (value: Value): string => (value === undefined ? '' : String(value))
