import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { api } from '../lib/api'
import type { ChartMark } from '../ui/charts/chart'
import { ChartGroup } from '../ui/charts/chart-group'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { AsOf } from '../ui/when'
import { ChartSkeleton } from './chart-skeleton'
import { OverviewCharts } from './overview-charts'
import { useStageMetrics } from './use-stage-metrics'

interface OverviewPageProps {
  address: StageAddress
  range: TimeRange
  /** What happened to the stage, as far as it is known. */
  marks: ChartMark[]
}

export function OverviewPage({ address, range, marks }: OverviewPageProps) {
  const metrics = useStageMetrics(address, range)
  const stage = useQuery(api.stages.get.queryOptions({ input: address }))
  return (
    <div className="flex flex-col gap-3">
      {metrics.error && (
        <Failure error={metrics.error} onRetry={() => void metrics.refetch()}>
          <p className="text-ink-2">Without CloudWatch there are no charts; the other tabs work.</p>
        </Failure>
      )}
      {stage.data?.nameShared && (
        <Note look="warn">
          Another API of this account is called {stage.data.apiName} too. CloudWatch knows REST APIs by their name
          alone, so these figures are those of both together.
        </Note>
      )}
      {metrics.data?.messages.map((message) => (
        <Note key={message} look="warn">
          CloudWatch says: “{message}”
        </Note>
      ))}
      <ChartGroup>
        <div className="grid gap-3 lg:grid-cols-2">
          {metrics.data && <OverviewCharts metrics={metrics.data} marks={marks} />}
          {metrics.isPending &&
            ['Calls', '5XX rate', 'Latency', '4XX rate'].map((title) => <ChartSkeleton key={title} title={title} />)}
        </div>
      </ChartGroup>
      {metrics.data && (
        <p className="text-ink-3 text-xs">
          From CloudWatch, <AsOf at={metrics.data.asOf} />. Hatched: not finished yet. A gap in a line: no data, which
          is not zero.
        </p>
      )}
    </div>
  )
}
