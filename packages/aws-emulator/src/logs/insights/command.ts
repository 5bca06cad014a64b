import type { Need } from '../need.ts'
import type { Row } from './record.ts'

/**
 * One step of a query. `shows` names the fields that the result has from here on, `instants` those shown as dates, `needs`
 * what a filter asks of single fields.
 */
export type Command = { shows?: string[]; instants?: string[]; isDisplay?: boolean; needs?: Need[] } & (
  | { kind: 'row'; run(row: Row): Row | undefined }
  | { kind: 'rows'; run(rows: Row[]): Row[] }
  | { kind: 'limit'; count: number }
)
