import type { Series, StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { count, percent } from '../lib/format'
import { Figure } from './figure'
import { recentSum, spanOf } from './stage-charts'

const recentCalls = (metrics: StageMetrics) => recentSum(metrics.all.calls, spanOf(metrics).unfinishedFrom)

const span = (minutes: number) => `over the last ${Math.round(minutes)} min`

export function RecentCalls({ metrics }: { metrics: StageMetrics }) {
  const calls = recentCalls(metrics)
  return (
    <Figure value={calls && count(calls.sum / calls.minutes)} unit="a minute" note={calls && span(calls.minutes)} />
  )
}

/** @param errors how many, not their rate: a mean of rates would weigh a quiet minute like a busy one */
export function RecentRate({ metrics, errors }: { metrics: StageMetrics; errors: Series }) {
  const calls = recentCalls(metrics)
  const failed = recentSum(errors, spanOf(metrics).unfinishedFrom)
  const rate = calls && failed && calls.sum > 0 ? failed.sum / calls.sum : null
  return <Figure value={rate === null ? null : percent(rate)} unit="of calls" note={calls && span(calls.minutes)} />
}
