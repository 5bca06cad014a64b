import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { ChartMark } from '../ui/charts/chart'
import { ChartGroup } from '../ui/charts/chart-group'
import { AsOf } from '../ui/when'
import { MetricsFailure, MetricsNotes } from './metrics-notes'
import { OverviewCharts } from './overview-charts'
import { useStageMetrics } from './use-stage-metrics'

interface OverviewPageProps {
  address: StageAddress
  range: TimeRange
  /** What happened to the stage, as far as it is known. */
  marks: ChartMark[]
}

export function OverviewPage({ address, range, marks }: OverviewPageProps) {
  const { data, error, refetch } = useStageMetrics(address, { range })
  return (
    <div className="flex flex-col gap-3">
      {error && <MetricsFailure error={error} onRetry={() => void refetch()} />}
      <MetricsNotes address={address} metrics={data} />
      <ChartGroup>
        <div className="grid gap-3 lg:grid-cols-2">
          {(data || !error) && <OverviewCharts metrics={data} marks={marks} />}
        </div>
      </ChartGroup>
      {data && (
        <p className="text-ink-3 text-xs">
          From CloudWatch, <AsOf at={data.asOf} />. Hatched: not finished yet. A gap in a line: no data, which is not
          zero. Draw over a chart to look closer.
        </p>
      )}
    </div>
  )
}
