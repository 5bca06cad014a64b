import type { Row } from './record.ts'

/** One step of a query. `shows` names the fields that the result has from here on, `instants` those shown as dates. */
export type Command = { shows?: string[]; instants?: string[]; isDisplay?: boolean } & (
  | { kind: 'row'; run(row: Row): Row | undefined }
  | { kind: 'rows'; run(rows: Row[]): Row[] }
  | { kind: 'limit'; count: number }
)
