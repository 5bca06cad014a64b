import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { api } from '../lib/api'
import { environmentOf } from '../lib/environment'
import { duration, noData, percent } from '../lib/format'
import type { ChartMark } from '../ui/charts/chart'
import { TimeChart } from '../ui/charts/time-chart'
import { StageChip } from '../ui/chip'
import { cx } from '../ui/cx'
import { Failure } from '../ui/failure'
import { chartsFor, linesOf, rateFloor, recentSum, spanOf, type ChartName } from './stage-charts'
import { useStageMetrics } from './use-stage-metrics'

interface WallTileProps {
  address: StageAddress
  range: TimeRange
  /** How high a chart is, in pixels. */
  chartPx: number
  marks: ChartMark[]
  /** What else is to be known of it, such as its alarms. */
  alarms: ReactNode
}

const shown: ChartName[] = ['errors5xx', 'calls']
const charts = chartsFor('rate')

/** One stage, readable from across a room. */
export function WallTile({ address, range, chartPx, marks, alarms }: WallTileProps) {
  const { data, error, refetch } = useStageMetrics(address, { range })
  const stage = useQuery(api.stages.get.queryOptions({ input: address, staleTime: 60_000 }))
  const span = useMemo(() => (data ? spanOf(data) : null), [data])
  const lines = useMemo(() => shown.map((name) => (data ? linesOf(charts[name], data, '') : null)), [data])
  const rate = useMemo(() => {
    if (!data || !span) return null
    const calls = recentSum(data.all.calls, span.unfinishedFrom)
    const failed = recentSum(data.all.errors5xxCount, span.unfinishedFrom)
    return calls && failed && calls.sum > 0 ? failed.sum / calls.sum : null
  }, [data, span])
  const bad = rate !== null && rate >= rateFloor
  const p99 = data?.all.latencyP99Ms.values.findLast((value) => value !== null) ?? null
  const name = stage.data?.apiName ?? address.apiId
  return (
    <section
      aria-label={`${name} ${address.stage}`}
      className={cx('bg-panel flex min-w-0 flex-col gap-2 rounded-lg border-2 p-3', bad ? 'border-bad' : 'border-line')}
    >
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="text-xl font-semibold">{name}</h2>
        <StageChip stage={address.stage} environment={environmentOf(address.stage, stage.data?.production ?? false)} />
        <div className="ml-auto">{alarms}</div>
      </header>
      <p className={cx('text-3xl leading-9 font-semibold', bad ? 'text-bad' : 'text-ink')}>
        {rate === null ? noData : percent(rate)}{' '}
        <span className="text-ink-3 text-sm font-normal">5XX lately, p99 {p99 === null ? noData : duration(p99)}</span>
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {shown.map((chart, n) => (
        <div key={chart}>
          <h3 className="text-ink-2 text-xs">{charts[chart].title}</h3>
          <TimeChart
            lines={lines[n]!}
            span={span}
            marks={marks}
            {...(charts[chart].floor === undefined ? {} : { floor: charts[chart].floor })}
            format={charts[chart].format}
            {...(charts[chart].axisFormat ? { axisFormat: charts[chart].axisFormat } : {})}
            height={chartPx}
          />
        </div>
      ))}
    </section>
  )
}
