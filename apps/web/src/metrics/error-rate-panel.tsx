import { useMemo } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { percent, shortPercent } from '../lib/format'
import type { ChartMark } from '../ui/charts/chart'
import { ChartGroup } from '../ui/charts/chart-group'
import { ChartPanel } from '../ui/charts/chart-panel'
import { Failure } from '../ui/failure'
import { ChartSkeleton } from './chart-skeleton'
import { RecentFigure } from './recent-figure'
import { rateFloor, spanOf } from './stage-charts'
import { useStageMetrics } from './use-stage-metrics'

interface ErrorRatePanelProps {
  address: StageAddress
  range: TimeRange
  marks: ChartMark[]
}

/** Whether it got better: the 5XX rate beside what was done. */
export function ErrorRatePanel({ address, range, marks }: ErrorRatePanelProps) {
  const { data, error, refetch } = useStageMetrics(address, { range })
  const lines = useMemo(
    () => (data ? [{ label: '5XX', color: 'var(--color-bad)', series: data.all.errors5xxRate }] : []),
    [data],
  )
  const span = useMemo(() => data && spanOf(data), [data])
  if (!span)
    return error ? <Failure error={error} onRetry={() => void refetch()} /> : <ChartSkeleton title="5XX rate" />
  return (
    <ChartGroup>
      <ChartPanel
        title="5XX rate"
        figure={data && <RecentFigure metrics={data} of="errors5xxCount" />}
        statistic="average"
        lines={lines}
        span={span}
        marks={marks}
        floor={rateFloor}
        format={percent}
        axisFormat={shortPercent}
        height={130}
      />
    </ChartGroup>
  )
}
