import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { RangeNote } from '../lib/time-range.schemas.ts'
import { patterns } from '../lib/patterns.ts'

/** Equally spaced points from `from` on; null is a gap (no data is not zero). */
export const Series = z.object({
  from: Instant,
  periodSeconds: z.number().int().positive(),
  values: z.array(z.number().nullable()),
})
export type Series = z.infer<typeof Series>

/** What asking CloudWatch once for it costs: 0.01 US$ for 1,000 metrics (US East's list price). */
export const AskingCost = z.object({
  metrics: z.number().int(),
  usd: z.number(),
  /** Of that, for counting in a log: 0.005 US$ for a GB. */
  logUsd: z.number().optional(),
  /** How often it is asked for while somebody looks. */
  everySeconds: z.number().int().positive(),
})
export type AskingCost = z.infer<typeof AskingCost>

/** A route by its verb and its path template, such as `GET /pets/{petId}`. */
export const RouteName = z.string().regex(patterns.routeName)

/** What the charts draw of a stage, a route or a canary. Rates and ratios are 0 to 1, latencies milliseconds. */
export const MetricSeries = z.object({
  calls: Series,
  errors4xxRate: Series,
  errors4xxCount: Series,
  errors5xxRate: Series,
  errors5xxCount: Series,
  latencyP50Ms: Series,
  latencyP90Ms: Series,
  latencyP99Ms: Series,
  integrationP50Ms: Series,
  integrationP90Ms: Series,
  integrationP99Ms: Series,
  /** Of a mean call: the time that wasn't spent in a backend. */
  overheadMs: Series,
  cacheHits: Series,
  cacheMisses: Series,
  /** Of the calls that could have been hits. */
  cacheHitRatio: Series,
})
export type MetricSeries = z.infer<typeof MetricSeries>
export type MetricSeriesName = keyof MetricSeries

/** Base beside canary: sums can be taken apart, percentiles can't, so the base's are those of all calls. */
export const CanarySeries = z.object({
  dimension: z.string(),
  baseCalls: Series,
  baseErrors4xxRate: Series,
  baseErrors5xxRate: Series,
  canaryCalls: Series,
  canaryErrors4xxRate: Series,
  canaryErrors5xxRate: Series,
  canaryLatencyP99Ms: Series,
})
export type CanarySeries = z.infer<typeof CanarySeries>

/** Over all finished periods of the range; percentiles are CloudWatch's own over the whole of it. Null without data. */
export const MetricTotals = z.object({
  calls: z.number().nullable(),
  errors4xx: z.number().nullable(),
  errors5xx: z.number().nullable(),
  latencyP50Ms: z.number().nullable(),
  latencyP90Ms: z.number().nullable(),
  latencyP99Ms: z.number().nullable(),
  cacheHits: z.number().nullable(),
  cacheMisses: z.number().nullable(),
})
export type MetricTotals = z.infer<typeof MetricTotals>

/** A page's charts. */
export const StageMetrics = z.object({
  from: Instant,
  to: Instant,
  periodSeconds: z.number().int().positive(),
  /** The first instant whose point isn't finished: what comes after is provisional. */
  unfinishedFrom: Instant,
  /** When there can be a point more; null when the range is over. */
  nextAt: Instant.nullable(),
  notes: z.array(RangeNote),
  all: MetricSeries,
  totals: MetricTotals,
  canary: CanarySeries.nullable(),
  /** The time before, moved over the range: what was so much earlier. */
  before: z.object({ earlierMs: z.number(), series: MetricSeries }).nullable(),
  /** What is empty because it is off. */
  off: z.object({ cache: z.boolean(), detailedMetrics: z.boolean() }),
  /** Series that CloudWatch gave a part of or failed to give, with its words. */
  partial: z.partialRecord(MetricSeries.keyof(), z.array(z.string())),
  /** What AWS said of data that is missing or partial, word for word. */
  messages: z.array(z.string()),
  cost: AskingCost,
  asOf: Instant,
})
export type StageMetrics = z.infer<typeof StageMetrics>

/** One route over the whole range; null without data. */
export const RouteFigures = z.object({
  route: RouteName,
  calls: z.number().nullable(),
  errors4xx: z.number().nullable(),
  errors5xx: z.number().nullable(),
  latencyP50Ms: z.number().nullable(),
  latencyP99Ms: z.number().nullable(),
})
export type RouteFigures = z.infer<typeof RouteFigures>

export const RouteRanking = z.object({
  /** Of the routes with detailed metrics. */
  routes: z.array(RouteFigures),
  /** How many routes of the live deployment have none. */
  without: z.number().int(),
  /** Why the live deployment's routes aren't known. */
  unknown: z.string().nullable(),
  messages: z.array(z.string()),
  cost: AskingCost,
  asOf: Instant,
})
export type RouteRanking = z.infer<typeof RouteRanking>
