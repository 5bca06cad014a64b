import { useMemo } from 'react'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import type { ChartMark } from '../ui/charts/chart'
import { StageChart } from './stage-chart'
import { chartsFor, spanOf } from './stage-charts'

const charts = chartsFor('rate')

/** The four charts that answer first. */
export function OverviewCharts({ metrics, marks }: { metrics: StageMetrics | undefined; marks: ChartMark[] }) {
  const span = useMemo(() => (metrics ? spanOf(metrics) : null), [metrics])
  const shared = { metrics, span, marks }
  return (
    <>
      <StageChart chart={charts.calls} {...shared} />
      <StageChart chart={charts.errors5xx} {...shared} />
      <StageChart chart={charts.latency} {...shared} />
      <StageChart chart={charts.errors4xx} {...shared} />
    </>
  )
}
