import { fromInstant } from '@callboard/shared-types/lib/instant'
import type {
  MetricSeries,
  MetricSeriesName,
  Series,
  StageMetrics,
} from '@callboard/shared-types/metrics/metrics.schemas'
import { count, duration, percent, shortDuration, shortPercent } from '../lib/format'
import type { ChartLine, ChartSpan } from '../ui/charts/chart'

export const spanOf = (metrics: StageMetrics): ChartSpan => ({
  from: fromInstant(metrics.from),
  to: fromInstant(metrics.to),
  periodSeconds: metrics.periodSeconds,
  unfinishedFrom: fromInstant(metrics.unfinishedFrom),
})

/** Below this a rate's scale doesn't shrink, so that noise doesn't look like an incident. */
export const rateFloor = 0.02

/** As long as the fleet looks back for a stage's health, so that both say the same. */
const recentMs = 5 * 60_000

/** The sum over the last finished minutes, and how many minutes that were; null without any data. */
export function recentSum(series: Series, unfinishedFrom: number): { sum: number; minutes: number } | null {
  const periodMs = series.periodSeconds * 1000
  const end = Math.floor((unfinishedFrom - fromInstant(series.from)) / periodMs)
  const points = Math.max(1, Math.round(recentMs / periodMs))
  const values = series.values.slice(Math.max(0, end - points), end).filter((value) => value !== null)
  if (values.length === 0) return null
  return { sum: values.reduce((total, value) => total + value, 0), minutes: (values.length * periodMs) / 60_000 }
}

export type ChartName =
  | 'calls'
  | 'errors5xx'
  | 'errors4xx'
  | 'latency'
  | 'integration'
  | 'overhead'
  | 'cache'
  | 'hitRatio'

/** One chart: its lines by name of series, and how it says its values. */
export interface ChartDefinition {
  title: string
  statistic: string
  series: [name: MetricSeriesName, label: string, color: string][]
  format: (value: number) => string
  axisFormat?: (value: number) => string
  floor?: number
  /** What its figure of the last minutes counts, where it has one. */
  lately?: 'calls' | 'errors5xxCount' | 'errors4xxCount'
}

const rate = { format: percent, axisFormat: shortPercent, floor: rateFloor, statistic: 'average' }
const ms = { format: duration, axisFormat: shortDuration }

const colors = {
  base: 'var(--color-base)',
  bad: 'var(--color-bad)',
  canary: 'var(--color-canary)',
  p50: 'var(--color-ink-3)',
  p90: 'var(--color-sky)',
  p99: 'var(--color-violet)',
}

/** The eight charts, their errors as rates or as counts. */
export const chartsFor = (errors: 'rate' | 'count'): Record<ChartName, ChartDefinition> => ({
  calls: {
    title: 'Calls',
    statistic: 'sum',
    series: [['calls', 'Calls', colors.base]],
    format: count,
    lately: 'calls',
  },
  errors5xx: {
    ...(errors === 'rate'
      ? { title: '5XX rate', ...rate, series: [['errors5xxRate', '5XX', colors.bad]] }
      : { title: '5XX count', statistic: 'sum', series: [['errors5xxCount', '5XX', colors.bad]], format: count }),
    lately: 'errors5xxCount',
  },
  errors4xx: {
    ...(errors === 'rate'
      ? { title: '4XX rate', ...rate, series: [['errors4xxRate', '4XX', colors.canary]] }
      : { title: '4XX count', statistic: 'sum', series: [['errors4xxCount', '4XX', colors.canary]], format: count }),
    lately: 'errors4xxCount',
  },
  latency: {
    title: 'Latency',
    statistic: 'p50, p90, p99',
    ...ms,
    series: [
      ['latencyP99Ms', 'p99', colors.p99],
      ['latencyP90Ms', 'p90', colors.p90],
      ['latencyP50Ms', 'p50', colors.p50],
    ],
  },
  integration: {
    title: 'Integration latency',
    statistic: 'p50, p90, p99',
    ...ms,
    series: [
      ['integrationP99Ms', 'p99', colors.p99],
      ['integrationP90Ms', 'p90', colors.p90],
      ['integrationP50Ms', 'p50', colors.p50],
    ],
  },
  overhead: {
    title: 'Gateway overhead',
    statistic: 'of a mean call',
    ...ms,
    series: [['overheadMs', 'Outside the backend', colors.base]],
  },
  cache: {
    title: 'Cache hits and misses',
    statistic: 'sum',
    series: [
      ['cacheHits', 'Hits', colors.base],
      ['cacheMisses', 'Misses', colors.canary],
    ],
    format: count,
  },
  hitRatio: {
    title: 'Cache hit ratio',
    statistic: 'of cacheable calls',
    format: percent,
    axisFormat: shortPercent,
    floor: 1,
    series: [['cacheHitRatio', 'Hit ratio', colors.base]],
  },
})

const canaryLines: Partial<Record<MetricSeriesName, (canary: NonNullable<StageMetrics['canary']>) => ChartLine[]>> = {
  calls: ({ baseCalls, canaryCalls }) => beside(baseCalls, canaryCalls),
  errors5xxRate: ({ baseErrors5xxRate, canaryErrors5xxRate }) => beside(baseErrors5xxRate, canaryErrors5xxRate),
  errors4xxRate: ({ baseErrors4xxRate, canaryErrors4xxRate }) => beside(baseErrors4xxRate, canaryErrors4xxRate),
}

const beside = (base: Series, canary: Series): ChartLine[] => [
  { label: 'Base', color: colors.base, series: base },
  { label: 'Canary', color: colors.canary, series: canary },
]

/** The lines of a chart: base beside canary where there is one, and dashed those of the time before. */
export function linesOf(
  { series }: ChartDefinition,
  { all, canary, before }: StageMetrics,
  earlier: string,
): ChartLine[] {
  const [first] = series
  const split = canary && series.length === 1 && canaryLines[first![0]]?.(canary)
  const own = split || series.map(([name, label, color]) => ({ label, color, series: all[name] }))
  const canaryP99 =
    canary && first![0] === 'latencyP99Ms'
      ? [{ label: 'p99, canary', color: colors.canary, series: canary.canaryLatencyP99Ms }]
      : []
  return [...own, ...canaryP99, ...(before ? earlierLines(series, before.series, earlier) : [])]
}

/** Of several percentiles only the highest: eight lines in a chart say less than four. */
const earlierLines = (series: ChartDefinition['series'], before: MetricSeries, earlier: string): ChartLine[] =>
  (series[0]![1] === 'p99' ? series.slice(0, 1) : series).map(([name, label, color]) => ({
    label: `${label}, ${earlier} before`,
    color,
    series: before[name],
    dashed: true,
  }))

/** What CloudWatch said of any of a chart's series. */
export function partialOf({ series }: ChartDefinition, { partial }: StageMetrics): string[] | undefined {
  const words = series.flatMap(([name]) => partial[name] ?? [])
  return words.length > 0 ? [...new Set(words)] : undefined
}
