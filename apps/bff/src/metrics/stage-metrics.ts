import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { mostPoints, periodFor, type ChartWidth, type TimeRange } from '@callboard/shared-types/lib/time-range'
import type { MetricSeriesName, StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { findCanaryDimension } from '../aws/canary-dimension.reader.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { windowOf, type Window } from '../aws/metric-window.ts'
import { readSeries, type SeriesAnswer, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { routeOf } from '../aws/route-name.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { rangeNow } from '../lib/range-now.ts'
import { askingCost, canaryQueries, chartQueries, totalQueries } from './chart-queries.ts'
import { canarySeries, metricSeries, metricTotals, type ChartValues, type Values } from './derived-series.ts'
import { hasDetailedMetrics } from './detailed-routes.ts'

interface Input extends StageAddress {
  range: TimeRange
  width: ChartWidth
  route?: string | undefined
  compare?: 'previous' | undefined
}

/**
 * The charts of one stage in one batch, the finished points only: everybody who looks at the same asks CloudWatch the same
 * until the next point is due. A comparison reaches back as far again in the same call.
 * @throws not_found, invalid where all of the range is still to come
 */
export async function stageMetrics(ctx: Ctx, input: Input): Promise<StageMetrics> {
  const connection = ctx.connections.get(input.connection)
  const api = await readRestApi(connection, input.apiId)
  const stage = await readStage(connection, input.apiId, input.stage)
  const now = ctx.clocks.worldMs()
  const seen = rangeNow(input.range, now)
  const lengthMs = seen.toMs - seen.fromMs
  const beginMs = seen.fromMs - (input.compare ? lengthMs : 0)
  const period = periodFor(lengthMs, now - beginMs, mostPoints[input.width])
  const window = windowOf(seen, now, period)
  const groups = await groupsOf(connection, api.name, stage, input, window)
  const freshForMs = window.nextMs === null ? overForMs : period * 1_000
  const queries = groups.flatMap(({ asked }) => asked)
  const answer = await readSeries(connection, queries, readWindow(window, input.compare !== undefined), { freshForMs })
  return {
    ...shape(groups, answer, window, input.compare !== undefined),
    ...spanOf(window),
    notes: seen.notes,
    off: { cache: !stage.config.cacheClusterEnabled, detailedMetrics: !hasDetailedMetrics(stage.config) },
    messages: answer.messages,
    cost: askingCost(queries.length, Math.max(60, period)),
    asOf: toInstant(now),
  }
}

/** Points of a range that is over don't change any more. */
const overForMs = 10 * 60_000

const spanOf = ({ fromMs, toMs, shownToMs, periodSeconds, nextMs }: ReturnType<typeof windowOf>) => ({
  from: toInstant(fromMs),
  to: toInstant(shownToMs),
  periodSeconds,
  unfinishedFrom: toInstant(toMs),
  nextAt: nextMs === null ? null : toInstant(nextMs),
})

/** With a comparison it begins as much earlier as the range is long. */
const readWindow = ({ fromMs, toMs, periodSeconds }: Window, compared: boolean): Window => ({
  fromMs: compared ? fromMs - (toMs - fromMs) : fromMs,
  toMs,
  periodSeconds,
})

interface Group {
  of: 'all' | 'total' | 'canary'
  dimension: string
  asked: SeriesQuery[]
}

async function groupsOf(
  connection: AwsConnection,
  apiName: string,
  { name, config }: SeenStage,
  input: Input,
  window: Window,
): Promise<Group[]> {
  const route = input.route === undefined ? undefined : routeOf(input.route)
  const whole = (window.toMs - window.fromMs) / 1_000
  const ask = (queries: Record<string, Pick<SeriesQuery, 'metric' | 'stat'>>, stage: string, periodSeconds?: number) =>
    Object.values(queries).map((query) => ({
      ...query,
      apiName,
      stage,
      ...(route ? { route } : {}),
      ...(periodSeconds === undefined ? {} : { periodSeconds }),
    }))
  const groups: Group[] = [
    { of: 'all', dimension: name, asked: ask(chartQueries, name) },
    { of: 'total', dimension: name, asked: ask(totalQueries, name, whole) },
  ]
  // Nothing says that a canary's routes have metrics of their own.
  const dimension =
    config.canarySettings && !route
      ? await findCanaryDimension(connection, apiName, name).catch(() => undefined)
      : undefined
  if (dimension) groups.push({ of: 'canary', dimension, asked: ask(canaryQueries, dimension) })
  return groups
}

function shape(groups: Group[], { values, troubles }: SeriesAnswer, window: Window, compared: boolean) {
  const points = Math.round((window.toMs - window.fromMs) / (window.periodSeconds * 1_000))
  let begin = 0
  const found = new Map(
    groups.map(({ of, dimension, asked }) => {
      const end = begin + asked.length
      const group = { dimension, values: values.slice(begin, end), troubles: troubles.slice(begin, end) }
      begin = end
      return [of, group]
    }),
  )
  const all = found.get('all')!
  const canary = found.get('canary')
  const latest = (of: Values[]) => of.map((series) => (compared ? series.slice(series.length / 2) : series))
  const now = named(chartQueries, latest(all.values)) as ChartValues
  const total = found.get('total')!.values.map((series) => series.at(-1) ?? null)
  return {
    all: metricSeries(now, window),
    totals: metricTotals(now, named(totalQueries, total)),
    canary:
      canary === undefined
        ? null
        : canarySeries(canary.dimension, now, named(canaryQueries, latest(canary.values)), window),
    before: compared
      ? {
          earlierMs: window.toMs - window.fromMs,
          series: metricSeries(
            named(
              chartQueries,
              all.values.map((series) => series.slice(0, points)),
            ),
            window,
          ),
        }
      : null,
    partial: partialOf(named(chartQueries, all.troubles)),
  }
}

/** Gives each value the name of its query. */
const named = <K extends string, V>(queries: Record<K, unknown>, values: V[]) =>
  Object.fromEntries(Object.keys(queries).map((name, n) => [name, values[n]!])) as Record<K, V>

function partialOf(troubles: Record<keyof typeof chartQueries, string[]>): StageMetrics['partial'] {
  const { latencySumMs, integrationSumMs, ...own } = troubles
  const all: Partial<Record<MetricSeriesName, string[]>> = {
    ...own,
    overheadMs: [...own.calls, ...latencySumMs, ...integrationSumMs],
    cacheHitRatio: [...own.cacheHits, ...own.cacheMisses],
  }
  return Object.fromEntries(Object.entries(all).filter(([, words]) => words.length > 0))
}
