import type { Place } from '../lib/store.ts'
import type { FilteredMetrics } from '../logs/metric-filters/filtered-metrics.ts'
import type { Traffic } from '../world/traffic.ts'
import type { CustomMetrics } from './custom-metrics.ts'
import { selectionOf } from './dimensions.ts'
import type { LooseTally } from './loose-tally.ts'
import type { MetricName } from './metric-name.ts'
import { metrics } from './metrics.ts'
import { noPoints, type Points } from './points.ts'
import { readRequestPoints } from './read-request-points.ts'
import { periodHasData } from './retention.ts'
import type { SeriesCache } from './series-cache.ts'
import { statisticNamed, type Statistic } from './statistics.ts'

/** Where points come from. */
export type PointSource = {
  traffic: Traffic
  customMetrics: CustomMetrics
  filteredMetrics: FilteredMetrics
  seriesCache: SeriesCache
  place: Place
  now: number
  /** Whether a canary has metrics of its own: see the settings. */
  canaryMetrics: boolean
}

/** A metric, and what is asked of it. `stat` must be the name of a statistic. */
export type MetricStatistic = { metric: MetricName; stat: string; periodMs: number; unit: string | undefined }

/** The points of a statistic from one whole minute to another; none where the metric, unit or period matches nothing. */
export function readPoints(source: PointSource, asked: MetricStatistic, from: number, to: number): Points {
  const statistic = statisticNamed(asked.stat)
  if (!statistic || !periodHasData(asked.periodMs, from, source.now)) return noPoints()
  return asked.metric.namespace === 'AWS/ApiGateway'
    ? readStagePoints(source, asked, statistic, from, to)
    : readCustomPoints(source, asked, statistic, from, to)
}

function readStagePoints(
  { traffic, seriesCache, place, now, canaryMetrics }: PointSource,
  { metric: { name, dimensions }, stat, periodMs, unit }: MetricStatistic,
  statistic: Statistic,
  from: number,
  to: number,
): Points {
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined
  const selection = selectionOf(dimensions, canaryMetrics)
  if (!metric || !selection || (unit && unit !== metric.unit)) return noPoints()
  const series = { metric, selection, statistic, periodMs, key: `${selection.key}/${name}/${stat}` }
  return readRequestPoints({ traffic, seriesCache, place, now }, series, from, to)
}

/** What programs published, and metric filters: of one metric all values count together. */
function readCustomPoints(
  source: PointSource,
  { metric, periodMs, unit }: MetricStatistic,
  statistic: Statistic,
  from: number,
  to: number,
): Points {
  const points = noPoints()
  if (unit && unit !== (customUnitOf(source, metric) ?? 'None')) return points
  for (let at = from; at < to && at <= source.now; at += periodMs) {
    const values = customValues(source, metric, at, Math.min(at + periodMs, to))
    const value = values ? statistic(values) : NaN
    if (!Number.isFinite(value)) continue
    points.at.push(at)
    points.values.push(value)
  }
  return points
}

function customValues(source: PointSource, metric: MetricName, from: number, to: number): LooseTally | undefined {
  const published = source.customMetrics.between(source.place, metric, from, to)
  const filtered = source.filteredMetrics.between(source, metric, from, to)
  if (!published || !filtered) return published ?? filtered
  published.addAll(filtered)
  return published
}

/** The unit that a metric of a program's or a filter's own has, if any. */
export const customUnitOf = ({ customMetrics, filteredMetrics, place }: PointSource, metric: MetricName) =>
  customMetrics.unitOf(place, metric) ?? filteredMetrics.unitOf(place, metric)
