import { toInstant } from '@callboard/shared-types/lib/instant'
import type { CanarySeries, MetricSeries, MetricTotals } from '@callboard/shared-types/metrics/metrics.schemas'
import type { Window } from '../aws/metric-window.ts'
import type { canaryQueries, chartQueries, totalQueries } from './chart-queries.ts'

export type Values = (number | null)[]
export type ChartValues = Record<keyof typeof chartQueries, Values>

/** What is drawn, from what was asked for. */
export function metricSeries(of: ChartValues, window: Window): MetricSeries {
  const { latencySumMs: _latency, integrationSumMs: _integration, ...asked } = of
  const values = {
    ...asked,
    overheadMs: overhead(of),
    cacheHitRatio: each(of.cacheHits, of.cacheMisses, (hits, misses) =>
      quotient(hits ?? 0, (hits ?? 0) + (misses ?? 0)),
    ),
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, points]) => [name, seriesOf(points, window)]),
  ) as MetricSeries
}

/**
 * The time of a mean call that wasn't spent in a backend, from the sums of both latencies. Their averages are over
 * different calls (not every call reaches a backend) and can't be subtracted.
 */
const overhead = ({ calls, latencySumMs, integrationSumMs }: ChartValues): Values =>
  calls.map((n, at) => {
    const all = latencySumMs[at] ?? null
    return n === null || all === null ? null : quotient(all - (integrationSumMs[at] ?? 0), n)
  })

export function canarySeries(
  dimension: string,
  all: ChartValues,
  canary: Record<keyof typeof canaryQueries, Values>,
  window: Window,
): CanarySeries {
  const baseCalls = each(all.calls, canary.calls, minus)
  const baseRate = (errors: Values, own: Values) => each(each(errors, own, minus), baseCalls, rate)
  const series = (values: Values) => seriesOf(values, window)
  return {
    dimension,
    baseCalls: series(baseCalls),
    baseErrors4xxRate: series(baseRate(all.errors4xxCount, canary.errors4xx)),
    baseErrors5xxRate: series(baseRate(all.errors5xxCount, canary.errors5xx)),
    canaryCalls: series(canary.calls),
    canaryErrors4xxRate: series(each(canary.errors4xx, canary.calls, rate)),
    canaryErrors5xxRate: series(each(canary.errors5xx, canary.calls, rate)),
    canaryLatencyP99Ms: series(canary.latencyP99Ms),
  }
}

export const metricTotals = (
  of: ChartValues,
  whole: Record<keyof typeof totalQueries, number | null>,
): MetricTotals => ({
  calls: sum(of.calls),
  errors4xx: sum(of.errors4xxCount),
  errors5xx: sum(of.errors5xxCount),
  ...whole,
  cacheHits: sum(of.cacheHits),
  cacheMisses: sum(of.cacheMisses),
})

const seriesOf = (values: Values, { fromMs, periodSeconds }: Window) => ({
  from: toInstant(fromMs),
  periodSeconds,
  values,
})

/** Null without any value: no data is not zero. */
function sum(values: Values): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0)
}

const each = (a: Values, b: Values, join: (a: number | null, b: number | null) => number | null): Values =>
  a.map((value, at) => join(value, b[at] ?? null))

const quotient = (part: number, all: number) => (all > 0 ? part / all : null)
const minus = (all: number | null, part: number | null) => (all === null ? null : Math.max(0, all - (part ?? 0)))
const rate = (errors: number | null, calls: number | null) => (calls ? (errors ?? 0) / calls : null)
