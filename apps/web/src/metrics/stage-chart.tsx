import { useMemo, type ReactNode } from 'react'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { longSpan } from '../lib/format'
import type { ChartMark, ChartSpan } from '../ui/charts/chart'
import { ChartPanel } from '../ui/charts/chart-panel'
import { useQueued } from '../ui/charts/draw-queue'
import { RecentFigure } from './recent-figure'
import { linesOf, partialOf, type ChartDefinition } from './stage-charts'

interface StageChartProps {
  chart: ChartDefinition
  /** Undefined until they are there. */
  metrics: StageMetrics | undefined
  span: ChartSpan | null
  marks: ChartMark[]
  empty?: ReactNode
  height?: number
}

/** One of the charts of a stage: drawn when its turn comes, or the first would wait until all of them are. */
export function StageChart({ chart, metrics, span, marks, empty, height }: StageChartProps) {
  const known = useMemo(() => (metrics && span ? { metrics, span } : null), [metrics, span])
  const shown = useQueued(known)
  return useMemo(() => {
    const { metrics: drawn } = shown ?? {}
    return (
      <ChartPanel
        title={chart.title}
        statistic={chart.statistic}
        figure={drawn && !drawn.canary && chart.lately && <RecentFigure metrics={drawn} of={chart.lately} />}
        partial={drawn && partialOf(chart, drawn)}
        lines={drawn ? linesOf(chart, drawn, longSpan(drawn.before?.earlierMs ?? 0)) : null}
        span={shown?.span ?? null}
        marks={marks}
        {...(chart.floor === undefined ? {} : { floor: chart.floor })}
        format={chart.format}
        {...(chart.axisFormat ? { axisFormat: chart.axisFormat } : {})}
        empty={empty}
        {...(height === undefined ? {} : { height })}
      />
    )
  }, [shown, chart, marks, empty, height])
}
