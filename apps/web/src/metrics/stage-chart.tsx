import { useMemo, type ReactNode } from 'react'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { longSpan } from '../lib/format'
import type { ChartMark, ChartSpan } from '../ui/charts/chart'
import { ChartPanel } from '../ui/charts/chart-panel'
import { linesOf, partialOf, type ChartDefinition } from './stage-charts'

interface StageChartProps {
  chart: ChartDefinition
  /** Undefined until they are there. */
  metrics: StageMetrics | undefined
  span: ChartSpan | null
  marks: ChartMark[]
  figure?: ReactNode
  empty?: ReactNode
  height?: number
}

/** One of the charts of a stage. */
export function StageChart({ chart, metrics, span, marks, ...rest }: StageChartProps) {
  const lines = useMemo(
    () => (metrics ? linesOf(chart, metrics, longSpan(metrics.before?.earlierMs ?? 0)) : null),
    [chart, metrics],
  )
  return (
    <ChartPanel
      title={chart.title}
      statistic={chart.statistic}
      partial={metrics && partialOf(chart, metrics)}
      lines={lines}
      span={span}
      marks={marks}
      {...(chart.floor === undefined ? {} : { floor: chart.floor })}
      format={chart.format}
      {...(chart.axisFormat ? { axisFormat: chart.axisFormat } : {})}
      {...rest}
    />
  )
}
