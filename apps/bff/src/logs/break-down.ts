import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { Breakdown, RankedCounts, StatusName } from '@callboard/shared-types/logs/logs.schemas'
import { askInsights, usdOf } from '../aws/insights.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { isAppError } from '../lib/errors.ts'
import { rangeNow } from '../lib/range-now.ts'
import { readAccessFormat, type AccessFormat } from '../aws/access-format.ts'
import { breakdownQuery, readRow } from './breakdown-query.ts'
import { accessDestination } from '../aws/stage-log-groups.ts'

/** A query may take minutes: who asks is told in between that it runs. */
const patienceMs = 15_000
/** A range that goes on is asked for by the minute, so that everybody shares one query. */
const minuteSeconds = 60

/** @throws not_found, invalid where all of the range is still to come */
export async function breakDown(
  ctx: Ctx,
  input: StageAddress & { range: TimeRange },
  leaving?: AbortSignal,
): Promise<Breakdown> {
  const connection = ctx.connections.get(input.connection)
  const { config } = await readStage(connection, input.apiId, input.stage)
  const destination = accessDestination(config)
  const seen = rangeNow(input.range, ctx.clocks.worldMs())
  if (destination.kind !== 'group') return { state: 'impossible', why: destination.kind }
  const format = readAccessFormat(config.accessLogSettings?.format ?? '')
  const query = format && breakdownQuery(format)
  if (!query) return { state: 'impossible', why: 'format' }
  const fromSeconds = Math.floor(seen.fromMs / 1_000 / minuteSeconds) * minuteSeconds
  const toSeconds = seen.endsNow ? Math.floor(seen.toMs / 60_000) * minuteSeconds : Math.ceil(seen.toMs / 1_000)
  const question = { group: destination.name, query, fromSeconds, toSeconds: Math.max(fromSeconds + 1, toSeconds) - 1 }
  const answer = await askInsights(connection, question, { patienceMs, leaving }).catch((error: unknown) => {
    if (isAppError(error, 'aws_refused') && error.data.awsName === 'ResourceNotFoundException') return null
    throw error
  })
  if (!answer) return { state: 'impossible', why: 'missing' }
  if (answer.state !== 'complete') return answer
  return {
    state: 'complete',
    ...sumUp(format, answer.rows),
    scannedBytes: answer.scannedBytes,
    usd: usdOf(answer.scannedBytes),
    from: toInstant(fromSeconds * 1_000),
    to: toInstant(toSeconds * 1_000),
  }
}

const apart = new Set(['429', '502', '503', '504'])

const nameOf = (status = ''): StatusName =>
  apart.has(status) ? (status as StatusName) : status >= '500' ? 'other 5XX' : 'other 4XX'

function sumUp(format: AccessFormat, rows: Record<string, string>[]) {
  const all = ranking()
  const [byRoute, byKey, byReason] = [ranking(), ranking(), ranking()]
  for (const row of rows) {
    const { status, method, path, key, reason, n } = readRow(format, row)
    const name = nameOf(status)
    all.add(null, name, n)
    byRoute.add(path === undefined ? null : [method, path].filter(Boolean).join(' '), name, n)
    byKey.add(key ?? null, name, n)
    byReason.add(reason ?? null, name, n)
  }
  const [sum] = all.ranked()
  return {
    total: sum?.total ?? 0,
    byStatus: sum?.counts ?? {},
    byRoute: byRoute.ranked(),
    byKey: byKey.ranked(),
    byReason: byReason.ranked(),
  }
}

function ranking() {
  const found = new Map<string | null, RankedCounts>()
  return {
    add(name: string | null, status: StatusName, n: number) {
      const entry = found.get(name) ?? { name, counts: {}, total: 0 }
      found.set(name, entry)
      entry.counts[status] = (entry.counts[status] ?? 0) + n
      entry.total += n
    },
    ranked: () => [...found.values()].toSorted((a, b) => b.total - a.total).slice(0, 100),
  }
}
