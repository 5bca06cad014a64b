import {
  GetMetricDataCommand,
  type GetMetricDataOutput,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'

/** One series to ask for: a metric of `AWS/ApiGateway` of one REST stage. REST metrics go by the API's name. */
export interface SeriesQuery {
  apiName: string
  stage: string
  metric: 'Count' | '4XXError' | '5XXError' | 'Latency' | 'IntegrationLatency' | 'CacheHitCount' | 'CacheMissCount'
  /** Such as `Sum`, `Average` (a rate, for errors) or `p99`. */
  stat: string
}

/** From `fromMs` (inclusive) to `toMs` (exclusive), both on multiples of the period. */
export interface Window {
  fromMs: number
  toMs: number
  periodSeconds: number
}

export interface SeriesAnswer {
  /** In the order of the queries; null where CloudWatch has no point. */
  values: (number | null)[][]
  /** What CloudWatch said of partial or missing data, word for word. */
  messages: string[]
}

/** CloudWatch takes this many queries in a call (control-plane-limits 4.5). */
const mostQueries = 500

interface SeriesOptions {
  as?: Priority
  /** Finished points don't change, so a window is asked for once; the limit is for metrics that AWS publishes late. */
  freshForMs?: number
}

const oneMinuteMs = 60_000

/** Asks for many series in as few calls as CloudWatch allows; the same question asked again is answered from the cache. */
export async function readSeries(
  connection: AwsConnection,
  queries: SeriesQuery[],
  window: Window,
  options: SeriesOptions = {},
): Promise<SeriesAnswer> {
  const [answer] = await readSeriesOf(connection, [queries], window, options)
  return answer!
}

/** The same for several groups of series: each is kept by itself, and those that aren't known are asked for together. */
export function readSeriesOf(
  connection: AwsConnection,
  groups: SeriesQuery[][],
  window: Window,
  { as = 'read', freshForMs = oneMinuteMs }: SeriesOptions = {},
): Promise<SeriesAnswer[]> {
  const missing: SeriesQuery[] = []
  const { promise: fetched, resolve } = Promise.withResolvers<SeriesAnswer>()
  const answers = groups.map((group) =>
    connection.cache.read('metrics', JSON.stringify([group, window]), freshForMs, async () => {
      const begin = missing.push(...group) - group.length
      const { values, messages } = await fetched
      return { values: values.slice(begin, begin + group.length), messages }
    }),
  )
  if (missing.length > 0) resolve(fetchAll(connection, missing, window, as))
  return Promise.all(answers)
}

async function fetchAll(connection: AwsConnection, queries: SeriesQuery[], window: Window, as: Priority) {
  const parts = await Promise.all(
    chunksOf(queries, mostQueries).map((chunk) => fetchSeries(connection, chunk, window, as)),
  )
  return {
    values: parts.flatMap((part) => part.values),
    messages: [...new Set(parts.flatMap((part) => part.messages))],
  }
}

/** The window of `lengthMs` that ends with the last finished period before `nowMs`. */
export function windowBefore(nowMs: number, lengthMs: number, periodSeconds: number): Window {
  const periodMs = periodSeconds * 1_000
  const toMs = Math.floor(nowMs / periodMs) * periodMs
  return { fromMs: toMs - Math.ceil(lengthMs / periodMs) * periodMs, toMs, periodSeconds }
}

async function fetchSeries(connection: AwsConnection, queries: SeriesQuery[], window: Window, as: Priority) {
  const input = {
    MetricDataQueries: queries.map((query, index) => metricStat(query, index, window.periodSeconds)),
    StartTime: new Date(window.fromMs),
    EndTime: new Date(window.toMs),
    ScanBy: 'TimestampAscending' as const,
  }
  const values = queries.map(() => Array.from({ length: pointsOf(window) }, (): number | null => null))
  const messages: string[] = []
  let NextToken: string | undefined
  do {
    const token = NextToken
    const page: GetMetricDataOutput & { $metadata: object } = await connection.metrics.read(
      () => new GetMetricDataCommand({ ...input, NextToken: token }),
      as,
    )
    for (const result of page.MetricDataResults ?? []) {
      place(result, values, window)
      messages.push(...troubleOf(result))
    }
    messages.push(...(page.Messages ?? []).map(({ Code, Value }) => `${Code}: ${Value}`))
    NextToken = page.NextToken === token ? undefined : page.NextToken
  } while (NextToken)
  return { values, messages }
}

const pointsOf = ({ fromMs, toMs, periodSeconds }: Window) => Math.round((toMs - fromMs) / (periodSeconds * 1_000))

const metricStat = ({ apiName, stage, metric, stat }: SeriesQuery, index: number, period: number): MetricDataQuery => ({
  Id: `q${index}`,
  MetricStat: {
    Metric: {
      Namespace: 'AWS/ApiGateway',
      MetricName: metric,
      Dimensions: [
        { Name: 'ApiName', Value: metricApiName(apiName) },
        { Name: 'Stage', Value: stage },
      ],
    },
    Period: period,
    Stat: stat,
  },
})

/** AWS leaves characters that aren't ASCII out of the name a metric goes by (metrics 5.1). */
export const metricApiName = (name: string) => name.replace(/[^\x20-\x7e]/g, '')

function place(result: MetricDataResult, values: (number | null)[][], { fromMs, periodSeconds }: Window): void {
  const series = values[Number(result.Id?.slice(1))]
  if (!series) return
  result.Timestamps?.forEach((timestamp, index) => {
    const point = Math.floor((timestamp.getTime() - fromMs) / (periodSeconds * 1_000))
    const value = result.Values?.[index]
    if (point >= 0 && point < series.length && value !== undefined) series[point] = value
  })
}

const troubleOf = (result: MetricDataResult): string[] =>
  result.StatusCode && result.StatusCode !== 'Complete'
    ? [
        `${result.Label ?? result.Id}: ${result.StatusCode}`,
        ...(result.Messages ?? []).map(({ Code, Value }) => `${Code}: ${Value}`),
      ]
    : []

const chunksOf = <T>(items: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))
