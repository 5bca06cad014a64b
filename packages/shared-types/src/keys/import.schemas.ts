import { z } from 'zod'

/** So many rows of a file are taken at once. */
export const mostImportRows = 5_000

/** What becomes of one row of the file; its value isn't in it. */
export const ImportRow = z.object({
  /** In the file, the header being 1. */
  line: z.number().int(),
  name: z.string(),
  verdict: z.enum(['new', 'overwrites', 'refused']),
  /** Why it's refused, or which key it overwrites; empty for a new one. */
  text: z.string(),
})
export type ImportRow = z.infer<typeof ImportRow>

/** What to do with a file some of whose rows are refused. */
export const RefusedRows = z.enum(['stop', 'leave_out'])
export type RefusedRows = z.infer<typeof RefusedRows>
