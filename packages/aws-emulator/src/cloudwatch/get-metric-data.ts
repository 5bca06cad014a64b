import { setImmediate } from 'node:timers/promises'
import type { GetMetricDataInput, GetMetricDataOutput, MetricDataResult } from '@aws-sdk/client-cloudwatch'
import { dateOf } from '../lib/clock.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { selectionOf } from './dimensions.ts'
import { invalidNextToken, validationException } from './errors.ts'
import { checkQueries, type CheckedQuery } from './metric-query.ts'
import { metrics } from './metrics.ts'
import { readSeries, type Datapoint, type Source } from './read-series.ts'
import { periodHasData, roundedStart } from './retention.ts'

type Series = { query: CheckedQuery; points: Datapoint[] }
type Range = { start: number; end: number; newestFirst: boolean }

const mostDatapoints = 100_800

/** Every query finds its id again, with empty lists where nothing matches (documented). */
export async function getMetricData(
  { emulator, place, now }: RpcContext,
  input: GetMetricDataInput,
): Promise<GetMetricDataOutput> {
  const source = { traffic: emulator.traffic, place, now }
  const queries = checkQueries(input.MetricDataQueries).filter(({ returned }) => returned)
  const range = rangeOf(input, source.now)
  const series: Series[] = []
  for (const query of queries) {
    series.push({ query, points: pointsOf(source, query, range, emulator.settings.canaryMetrics) })
    // A day of a busy stage takes a while to work out: others get their turn in between.
    await setImmediate()
  }
  const limit = Math.min(input.MaxDatapoints ?? mostDatapoints, mostDatapoints)
  return { ...cut(series, readToken(input.NextToken), limit), Messages: [] }
}

/** Newest first unless asked otherwise (documented). The sentence is guessed. */
function rangeOf({ StartTime, EndTime, ScanBy }: GetMetricDataInput, now: number): Range {
  const start = roundedStart(StartTime?.getTime() ?? NaN, now)
  const end = EndTime?.getTime() ?? NaN
  if (!(start < end)) throw validationException('The parameter StartTime must be less than the parameter EndTime.')
  return { start, end, newestFirst: ScanBy !== 'TimestampAscending' }
}

function pointsOf(source: Source, query: CheckedQuery, range: Range, canaryMetrics: boolean): Datapoint[] {
  const { metricName, namespace, periodMs, statistic, unit } = query
  const metric = Object.hasOwn(metrics, metricName) ? metrics[metricName] : undefined
  const selection = selectionOf(query.dimensions, canaryMetrics)
  if (namespace !== 'AWS/ApiGateway' || !metric || !selection) return []
  if ((unit && unit !== metric.unit) || !periodHasData(periodMs, range.start, source.now)) return []
  // Periods are counted from the rounded start (guessed); the last may be cut short by the end, which is exclusive.
  const points = readSeries(source, { metric, selection, statistic, periodMs, from: range.start, to: range.end })
  return range.newestFirst ? points.toReversed() : points
}

/** One answer's worth of datapoints; with a token the same ids come again and the client appends (documented). */
function cut(
  series: Series[],
  skip: number,
  limit: number,
): Pick<GetMetricDataOutput, 'MetricDataResults' | 'NextToken'> {
  const results: MetricDataResult[] = []
  let position = 0
  for (const { query, points } of series) {
    const from = Math.min(Math.max(0, skip - position), points.length)
    const to = Math.min(Math.max(0, skip + limit - position), points.length)
    position += points.length
    if (from < to || (points.length === 0 && skip === 0)) {
      results.push(toResult(query, points.slice(from, to), to < points.length))
    }
  }
  const more = position > skip + limit
  return { MetricDataResults: results, NextToken: more ? writeToken(skip + limit) : undefined }
}

function toResult({ id, label }: CheckedQuery, points: Datapoint[], partial: boolean): MetricDataResult {
  return {
    Id: id,
    Label: label,
    Timestamps: points.map(({ at }) => dateOf(at / 1000)),
    Values: points.map(({ value }) => value),
    StatusCode: partial ? 'PartialData' : 'Complete',
  }
}

const writeToken = (skip: number) => Buffer.from(`skip=${skip}`).toString('base64')

function readToken(token: string | undefined): number {
  if (token === undefined) return 0
  const [, skip] = /^skip=(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? []
  if (skip === undefined) throw invalidNextToken()
  return Number(skip)
}
