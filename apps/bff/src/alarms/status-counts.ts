import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import { readAccessFormat, type AccessFormat } from '../aws/access-format.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { fieldFor, parseCommands, quotedField } from '../aws/insights-fields.ts'
import { askInsights, usdOf, type InsightsAnswer } from '../aws/insights.reader.ts'
import { readLogGroups } from '../aws/log-groups.reader.ts'
import { pointsOf, type Window } from '../aws/metric-window.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { isAppError } from '../lib/errors.ts'
import { statusFilterOf } from '../aws/status-filter.ts'
import { freshForMs, type Points } from './two-weeks.ts'

/** Whoever waits is told that it is still being counted, and asks again. */
const patienceMs = 3_000

/** Insights gives no more rows. */
const mostRows = 10_000

const dayMs = 86_400_000

export type StatusCounts = { points: Points; usd: number } | { why: string; running: boolean }

/** A query that hasn't ended well isn't kept. */
class NotCounted extends Error {
  readonly answer: Exclude<InsightsAnswer, { state: 'complete' }>

  constructor(answer: Exclude<InsightsAnswer, { state: 'complete' }>) {
    super(answer.state)
    this.answer = answer
  }
}

/**
 * How often a stage answered with a status, one number a period, counted in its access log by Logs Insights.
 * @param calls the stage's calls in each period: where there were none, and before the log begins, there is no number
 */
export async function readStatusCounts(
  connection: AwsConnection,
  address: StageAddress,
  stage: SeenStage,
  asked: { status: StatusMetric; window: Window; calls: Points; nowMs: number; leaving?: AbortSignal | undefined },
): Promise<StatusCounts> {
  const { status, window, calls, nowMs, leaving } = asked
  const filter = statusFilterOf(address, stage.config, status)
  if ('why' in filter) return { why: filter.why, running: false }
  const format = readAccessFormat(stage.config.accessLogSettings!.format!)!
  const query = countQuery(format, address, status, binSeconds(window.periodSeconds))
  const [fromSeconds, toSeconds] = [window.fromMs / 1_000, window.toMs / 1_000 - 1]
  const question = { group: filter.logGroup, query, fromSeconds, toSeconds }
  try {
    const { rows, scannedBytes } = await connection.cache.read(
      'status-counts',
      JSON.stringify(question),
      freshForMs,
      () =>
        askInsights(connection, question, { patienceMs, leaving }).then((answer) => {
          if (answer.state !== 'complete') throw new NotCounted(answer)
          return answer
        }),
    )
    if (rows.length >= mostRows)
      return { why: `${status} is so frequent that Logs Insights gives only a part of its periods.`, running: false }
    const beginMs = await firstLineMs(connection, filter.logGroup, nowMs)
    return { points: pointsFrom(rows, window, calls, beginMs), usd: usdOf(scannedBytes) }
  } catch (error) {
    if (isAppError(error, 'aws_refused', 'aws_unreachable'))
      return { why: `The access log couldn’t be counted: ${error.message}`, running: false }
    if (!(error instanceof NotCounted)) throw error
    return error.answer.state === 'running'
      ? { why: 'Two weeks of the access log are being counted.', running: true }
      : { why: `Logs Insights didn’t count the access log: ${error.answer.status}.`, running: false }
  }
}

/** Bins begin at multiples of themselves, and so do the window's periods only where they fit into an hour. */
function binSeconds(periodSeconds: number): number {
  let [a, b] = [periodSeconds, 3_600]
  while (b > 0) [a, b] = [b, a % b]
  return a
}

/** Of this stage's lines alone, as far as the format tells. */
function countQuery(
  format: AccessFormat,
  { apiId, stage }: StageAddress,
  status: StatusMetric,
  seconds: number,
): string {
  const conditions = Object.entries({ status, apiId: `"${apiId}"`, stage: `"${stage}"` }).flatMap(
    ([variable, value]) => {
      const field = fieldFor(format, variable)
      return field ? [`${quotedField(field)} = ${value}`] : []
    },
  )
  return [
    ...parseCommands(format),
    `filter ${conditions.join(' and ')}`,
    `stats count(*) as n by bin(${seconds / 60}m) as at`,
    `limit ${mostRows}`,
  ].join('\n| ')
}

async function firstLineMs(connection: AwsConnection, group: string, nowMs: number): Promise<number> {
  const found = (await readLogGroups(connection, group)).find(({ name }) => name === group)
  if (!found) return 0
  return Math.max(found.createdMs, found.retentionDays === null ? 0 : nowMs - found.retentionDays * dayMs)
}

function pointsFrom(rows: Record<string, string>[], window: Window, calls: Points, beginMs: number): Points {
  const { fromMs, periodSeconds } = window
  const periodMs = periodSeconds * 1_000
  const counts = Array.from({ length: pointsOf(window) }, () => 0)
  for (const { at = '', n = '0' } of rows) {
    const index = Math.floor((Date.parse(`${at.replace(' ', 'T')}Z`) - fromMs) / periodMs)
    if (index in counts) counts[index]! += Number(n)
  }
  return counts.map((count, n) =>
    count > 0 || (calls[n] != null && fromMs + (n + 1) * periodMs > beginMs) ? count : null,
  )
}
