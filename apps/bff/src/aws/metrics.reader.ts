import {
  GetMetricDataCommand,
  type GetMetricDataOutput,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { pointsOf, type Window } from './metric-window.ts'

/** One series to ask for: a metric of `AWS/ApiGateway` of one REST stage. REST metrics go by the API's name. */
export interface SeriesQuery {
  apiName: string
  stage: string
  /** Only this route's, which needs detailed metrics. */
  route?: { method: string; path: string } | undefined
  metric: 'Count' | '4XXError' | '5XXError' | 'Latency' | 'IntegrationLatency' | 'CacheHitCount' | 'CacheMissCount'
  /** Such as `Sum`, `Average` (a rate, for errors) or `p99`. */
  stat: string
  /** The window's, unless told. */
  periodSeconds?: number
}

export interface SeriesAnswer {
  /** In the order of the queries; null where CloudWatch has no point. */
  values: (number | null)[][]
  /** Of each query: what CloudWatch said of it where it's partial or failed, word for word. */
  troubles: string[][]
  /** What CloudWatch said of any of them, or of all together. */
  messages: string[]
}

/** CloudWatch takes this many queries in a call (control-plane-limits 4.5). */
const mostQueries = 500

interface SeriesOptions {
  as?: Priority
  /** Finished points don't change, so a window is asked for once; the limit is for metrics that AWS publishes late. */
  freshForMs?: number
  /** Told how many metrics are about to be paid for. */
  onAsk?: (metrics: number) => void
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
  { as = 'read', freshForMs = oneMinuteMs, onAsk }: SeriesOptions = {},
): Promise<SeriesAnswer[]> {
  const missing: SeriesQuery[] = []
  const { promise: fetched, resolve } = Promise.withResolvers<SeriesAnswer>()
  const answers = groups.map((group) =>
    connection.cache.read('metrics', keyOf(group, window), freshForMs, async () => {
      const begin = missing.push(...group) - group.length
      const { values, troubles, messages } = await fetched
      const end = begin + group.length
      return { values: values.slice(begin, end), troubles: troubles.slice(begin, end), messages }
    }),
  )
  if (missing.length > 0) {
    onAsk?.(missing.length)
    resolve(fetchAll(connection, missing, window, as))
  }
  return Promise.all(answers)
}

const keyOf = (group: SeriesQuery[], { fromMs, toMs, periodSeconds }: Window) =>
  JSON.stringify([group, fromMs, toMs, periodSeconds])

/** Whether a group of series is known for a window, so that reading it asks nobody. */
export const isKnown = ({ cache }: AwsConnection, group: SeriesQuery[], window: Window): boolean =>
  cache.has('metrics', keyOf(group, window))

async function fetchAll(connection: AwsConnection, queries: SeriesQuery[], window: Window, as: Priority) {
  const parts = await Promise.all(
    chunksOf(queries, mostQueries).map((chunk) => fetchSeries(connection, chunk, window, as)),
  )
  return {
    values: parts.flatMap((part) => part.values),
    troubles: parts.flatMap((part) => part.troubles),
    messages: [...new Set(parts.flatMap((part) => part.messages))],
  }
}

async function fetchSeries(connection: AwsConnection, queries: SeriesQuery[], window: Window, as: Priority) {
  const input = {
    MetricDataQueries: queries.map((query, index) => metricStat(query, index, window.periodSeconds)),
    StartTime: new Date(window.fromMs),
    EndTime: new Date(window.toMs),
    ScanBy: 'TimestampAscending' as const,
  }
  const windows = queries.map(({ periodSeconds = window.periodSeconds }) => ({ ...window, periodSeconds }))
  const values = windows.map((of) => Array.from({ length: pointsOf(of) }, (): number | null => null))
  const troubles = queries.map((): string[] => [])
  const general: string[] = []
  let NextToken: string | undefined
  do {
    const token = NextToken
    const page: GetMetricDataOutput & { $metadata: object } = await connection.metrics.read(
      () => new GetMetricDataCommand({ ...input, NextToken: token }),
      as,
    )
    for (const result of page.MetricDataResults ?? []) {
      const index = Number(result.Id?.slice(1))
      if (!values[index]) continue
      place(result, values[index], windows[index]!)
      // A series that goes on in the next page is partial until then: its last word counts.
      troubles[index] = troubleOf(result)
    }
    general.push(...(page.Messages ?? []).map(({ Code, Value }) => `${Code}: ${Value}`))
    NextToken = page.NextToken === token ? undefined : page.NextToken
  } while (NextToken)
  return { values, troubles, messages: [...general, ...troubles.flat()] }
}

const metricStat = (query: SeriesQuery, index: number, period: number): MetricDataQuery => ({
  Id: `q${index}`,
  MetricStat: {
    Metric: {
      Namespace: 'AWS/ApiGateway',
      MetricName: query.metric,
      Dimensions: dimensionsOf(query),
    },
    Period: query.periodSeconds ?? period,
    Stat: query.stat,
  },
})

/** The documented sets of dimensions (metrics 5.1). */
export const dimensionsOf = ({ apiName, stage, route }: Pick<SeriesQuery, 'apiName' | 'stage' | 'route'>) => [
  { Name: 'ApiName', Value: metricApiName(apiName) },
  { Name: 'Stage', Value: stage },
  ...(route
    ? [
        { Name: 'Resource', Value: route.path },
        { Name: 'Method', Value: route.method },
      ]
    : []),
]

/** AWS leaves characters that aren't ASCII out of the name a metric goes by (metrics 5.1). */
export const metricApiName = (name: string) => name.replace(/[^\x20-\x7e]/g, '')

function place(result: MetricDataResult, series: (number | null)[], { fromMs, periodSeconds }: Window): void {
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
