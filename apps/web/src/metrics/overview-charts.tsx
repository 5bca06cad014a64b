import { useMemo } from 'react'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { count, duration, percent, period } from '../lib/format'
import type { ChartMark } from '../ui/charts/chart'
import { ChartPanel } from '../ui/charts/chart-panel'
import { Figure } from './figure'
import { rateFloor, recentSum, spanOf } from './stage-charts'

const linesOf = (m: StageMetrics) => ({
  calls: [{ label: 'Calls', color: 'var(--color-base)', series: m.calls }],
  errors4xx: [{ label: '4XX', color: 'var(--color-canary)', series: m.errors4xxRate }],
  errors5xx: [{ label: '5XX', color: 'var(--color-bad)', series: m.errors5xxRate }],
  latency: [
    { label: 'p99', color: 'var(--color-violet)', series: m.latencyP99Ms },
    { label: 'p90', color: 'var(--color-sky)', series: m.latencyP90Ms },
    { label: 'p50', color: 'var(--color-ink-3)', series: m.latencyP50Ms },
  ],
})

export function OverviewCharts({ metrics, marks }: { metrics: StageMetrics; marks: ChartMark[] }) {
  const lines = useMemo(() => linesOf(metrics), [metrics])
  const span = useMemo(() => spanOf(metrics), [metrics])
  const calls = recentSum(metrics.calls, span.unfinishedFrom)
  const rate = (errors: StageMetrics['calls']) => {
    const failed = recentSum(errors, span.unfinishedFrom)
    return failed && calls && calls.sum > 0 ? failed.sum / calls.sum : null
  }
  const recently = calls && `over the last ${Math.round(calls.minutes)} finished min`
  const shared = { span, marks }
  return (
    <>
      <ChartPanel
        title="Calls"
        statistic={`sum of each ${period(span.periodSeconds)}`}
        figure={<Figure value={calls && count(calls.sum / calls.minutes)} unit="a minute" note={recently} />}
        lines={lines.calls}
        format={count}
        {...shared}
      />
      <ChartPanel
        title="5XX rate"
        statistic="average"
        figure={<Figure value={formatted(rate(metrics.errors5xxCount))} unit="of calls" note={recently} />}
        lines={lines.errors5xx}
        floor={rateFloor}
        format={percent}
        {...shared}
      />
      <ChartPanel title="Latency" statistic="p50, p90, p99" lines={lines.latency} format={duration} {...shared} />
      <ChartPanel
        title="4XX rate"
        statistic="average"
        figure={<Figure value={formatted(rate(metrics.errors4xxCount))} unit="of calls" note={recently} />}
        lines={lines.errors4xx}
        floor={rateFloor}
        format={percent}
        {...shared}
      />
    </>
  )
}

const formatted = (rate: number | null) => (rate === null ? null : percent(rate))
