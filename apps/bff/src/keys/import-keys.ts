import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { ImportRow, RefusedRows } from '@callboard/shared-types/keys/import.schemas'
import { readApiKeys } from '../aws/api-keys.reader.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { fetchKeysByMark } from '../aws/key-values.reader.ts'
import { planKeysScope, readUsagePlans } from '../aws/usage-plans.reader.ts'
import type { KeyDraft } from '../changes/api-key-draft.ts'
import { ApiKeySubject, newKeyId } from '../changes/api-key-subject.ts'
import { requireRole } from '../changes/guard-rails.ts'
import { accountOperation } from '../changes/operations.ts'
import type { Ctx } from '../lib/context.ts'
import { invalid } from '../lib/errors.ts'
import { csvOf, judgeRows } from './judge-rows.ts'
import { CsvProblem, parseKeysCsv, type CsvKey } from './parse-keys-csv.ts'

type Input = WriteInput & { connection: string; csv: string; refused: RefusedRows }

/** Makes keys of a file, in one call; a dry run tells row by row what would become of it. @throws invalid, and as every write */
export async function importKeys(ctx: Ctx, input: Input): Promise<WriteResult & { rows: ImportRow[] }> {
  requireRole(ctx.person, 'operator')
  const connection = ctx.connections.get(input.connection)
  const { csvRows, rows, keys, plans } = await judged(ctx, connection, input.csv)
  const subject = new ApiKeySubject(
    connection,
    { id: newKeyId(ctx.markOf(input.csv)), name: 'a file of keys' },
    { markOf: ctx.markOf },
  )
  const good = csvRows.filter((_, n) => rows[n]!.verdict !== 'refused')
  const draft = async () => draftImport(input, rows, good, keys)
  const result = await ctx.engine.runOn(ctx.person, subject, { verb: 'keys.import', draft }, input)
  for (const { id } of plans) connection.cache.drop(planKeysScope(id))
  return { ...result, rows }
}

async function judged(ctx: Ctx, connection: AwsConnection, csv: string) {
  const [plans, marks, keys] = await Promise.all([
    readUsagePlans(connection),
    fetchKeysByMark(connection, ctx.markOf, 'write'),
    readApiKeys(connection),
  ])
  const names = new Map(keys.map(({ id, name }) => [id, name || id]))
  const takenBy = (value: string) => {
    const found = marks.get(ctx.markOf(value))
    return found && (names.get(found.id) ?? found.id)
  }
  const csvRows = parsed(csv)
  return { csvRows, rows: judgeRows(csvRows, { plans, takenBy }), keys: keys.length, plans }
}

function parsed(csv: string): CsvKey[] {
  try {
    return parseKeysCsv(csv)
  } catch (error) {
    if (error instanceof CsvProblem) throw invalid('csv', error.message)
    throw error
  }
}

const whole = new Intl.NumberFormat('en')
const keysOf = (n: number) => (n === 1 ? '1 key' : `${whole.format(n)} keys`)

function draftImport({ dryRun, refused }: Input, rows: ImportRow[], good: CsvKey[], keys: number): KeyDraft {
  const count = (verdict: ImportRow['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const [fresh, over, bad] = [count('new'), count('overwrites'), count('refused')]
  const stops = bad > 0 && refused === 'stop'
  return {
    title: `Import ${keysOf(good.length)} from a file`,
    act: 'Import them',
    state: null,
    sends: [accountOperation('ImportApiKeys', { format: 'csv', failOnWarnings: true, body: '$CSV' })],
    ...(!dryRun && { secrets: { $CSV: csvOf(good) } }),
    reads: [],
    undo: { kind: 'none', why: 'the keys stay; disable and delete those that were a mistake' },
    consequences: [
      { label: 'API keys', before: whole.format(keys), after: whole.format(keys + fresh) },
      ...(over > 0 ? [{ label: 'Keys that are overwritten', before: 'as they are', after: keysOf(over) }] : []),
    ],
    ...(bad > 0 && {
      choices: [
        {
          input: 'refused',
          question: `${bad === 1 ? 'One row is' : `${whole.format(bad)} rows are`} refused`,
          chosen: refused,
          options: [
            { value: 'stop', label: 'Import nothing', explanation: 'Mend the file first.' },
            {
              value: 'leave_out',
              label: 'Leave them out',
              explanation: `Import the other ${whole.format(good.length)}.`,
            },
          ],
        },
      ],
    }),
    ...((stops || good.length === 0) && {
      blocked: { rule: 'rows', reason: stops ? `Line ${firstRefused(rows)}` : 'No row is left to import', fields: [] },
    }),
  }
}

function firstRefused(rows: ImportRow[]): string {
  const { line, text } = rows.find(({ verdict }) => verdict === 'refused')!
  return `${line}: ${text}`
}
