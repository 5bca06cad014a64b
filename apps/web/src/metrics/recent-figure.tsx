import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { count, percent } from '../lib/format'
import { Figure } from './figure'
import { recentSum, spanOf, type ChartDefinition } from './stage-charts'

/** What it was over the last minutes: calls a minute, or the share of calls that failed. */
export function RecentFigure({ metrics, of }: { metrics: StageMetrics; of: NonNullable<ChartDefinition['lately']> }) {
  const { unfinishedFrom } = spanOf(metrics)
  const calls = recentSum(metrics.all.calls, unfinishedFrom)
  const note = calls && `over the last ${Math.round(calls.minutes)} min`
  if (of === 'calls') return <Figure value={calls && count(calls.sum / calls.minutes)} unit="a minute" note={note} />
  // Of counts, not of rates: a mean of rates would weigh a quiet minute like a busy one.
  const failed = recentSum(metrics.all[of], unfinishedFrom)
  const rate = calls && failed && calls.sum > 0 ? failed.sum / calls.sum : null
  return <Figure value={rate === null ? null : percent(rate)} unit="of calls" note={note} />
}
