import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { Series, StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import type { ChartSpan } from '../ui/charts/chart'

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
