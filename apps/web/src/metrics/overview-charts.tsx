import { useMemo } from 'react'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { count, duration, percent, shortDuration, shortPercent } from '../lib/format'
import type { ChartMark } from '../ui/charts/chart'
import { ChartPanel } from '../ui/charts/chart-panel'
import { RecentCalls, RecentRate } from './recent-figures'
import { rateFloor, spanOf } from './stage-charts'

const linesOf = (metrics: StageMetrics) => ({
  calls: [{ label: 'Calls', color: 'var(--color-base)', series: metrics.calls }],
  errors4xx: [{ label: '4XX', color: 'var(--color-canary)', series: metrics.errors4xxRate }],
  errors5xx: [{ label: '5XX', color: 'var(--color-bad)', series: metrics.errors5xxRate }],
  latency: [
    { label: 'p99', color: 'var(--color-violet)', series: metrics.latencyP99Ms },
    { label: 'p90', color: 'var(--color-sky)', series: metrics.latencyP90Ms },
    { label: 'p50', color: 'var(--color-ink-3)', series: metrics.latencyP50Ms },
  ],
})

export function OverviewCharts({ metrics, marks }: { metrics: StageMetrics; marks: ChartMark[] }) {
  const lines = useMemo(() => linesOf(metrics), [metrics])
  const span = useMemo(() => spanOf(metrics), [metrics])
  const shared = { span, marks }
  return (
    <>
      <ChartPanel
        title="Calls"
        statistic="sum"
        figure={<RecentCalls metrics={metrics} />}
        lines={lines.calls}
        format={count}
        {...shared}
      />
      <ChartPanel
        title="5XX rate"
        statistic="average"
        figure={<RecentRate metrics={metrics} errors={metrics.errors5xxCount} />}
        lines={lines.errors5xx}
        floor={rateFloor}
        format={percent}
        axisFormat={shortPercent}
        {...shared}
      />
      <ChartPanel
        title="Latency"
        statistic="p50, p90, p99"
        lines={lines.latency}
        format={duration}
        axisFormat={shortDuration}
        {...shared}
      />
      <ChartPanel
        title="4XX rate"
        statistic="average"
        figure={<RecentRate metrics={metrics} errors={metrics.errors4xxCount} />}
        lines={lines.errors4xx}
        floor={rateFloor}
        format={percent}
        axisFormat={shortPercent}
        {...shared}
      />
    </>
  )
}
