import { parse } from 'csv-parse/sync'
import { mostImportRows } from '@callboard/shared-types/keys/import.schemas'

/** A row as it stands in the file. */
export interface CsvKey {
  /** In the file, the header being 1. */
  line: number
  name: string
  value: string
  description: string
  /** As it was written; empty is true (API key file format). */
  enabled: string
  planIds: string[]
}

/** What the file has as a whole that no row could mend. */
export class CsvProblem extends Error {}

const columns = ['name', 'key', 'description', 'enabled', 'usageplanids'] as const

/**
 * The rows of a file as AWS describes it (API key file format): a header with columns in any case and order, of which unknown ones
 * are overlooked; a BOM, CRLF and quotes as they come.
 * @throws CsvProblem
 */
export function parseKeysCsv(text: string): CsvKey[] {
  const records = recordsOf(text)
  const [header, ...rows] = records
  if (!header) throw new CsvProblem('The file is empty')
  const names = header.record.map((name) => name.trim().toLowerCase())
  for (const required of ['name', 'key'])
    if (!names.includes(required))
      throw new CsvProblem(`The file has no column ${required}: the first row names the columns`)
  if (rows.length === 0) throw new CsvProblem('The file has no rows besides its header')
  if (rows.length > mostImportRows)
    throw new CsvProblem(`The file has ${rows.length} rows; ${mostImportRows} are taken at once`)
  return rows.map(({ record, info }) => {
    const at = (name: (typeof columns)[number]) => record[names.indexOf(name)]?.trim() ?? ''
    return {
      line: info.lines,
      name: at('name'),
      value: at('key'),
      description: at('description'),
      enabled: at('enabled'),
      planIds: at('usageplanids')
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    }
  })
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

function recordsOf(text: string): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as Parsed[]
  } catch (error) {
    // Its sentences name line and column, never what stands there.
    throw new CsvProblem(`The file can’t be read as CSV: ${error instanceof Error ? firstPart(error.message) : ''}`)
  }
}

/** Up to what it quotes of the file, which may be a value. */
const firstPart = (message: string) => message.split(/[:,"]/)[0]!.trim()
