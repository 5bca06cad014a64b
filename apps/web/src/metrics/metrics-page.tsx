import { Link } from '@tanstack/react-router'
import { MonitorUp, X } from 'lucide-react'
import { useMemo } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { AskingCostText } from '../ui/asking-cost'
import { Button, buttonClass } from '../ui/button'
import type { ChartMark } from '../ui/charts/chart'
import { ChartGroup } from '../ui/charts/chart-group'
import { cx } from '../ui/cx'
import { FilterChip } from '../ui/filter-chip'
import { Segments } from '../ui/segments'
import { MetricsFailure, MetricsNotes } from './metrics-notes'
import { RoutesPanel } from './routes-panel'
import { StageChart } from './stage-chart'
import { chartsFor, spanOf, type ChartName } from './stage-charts'
import { TotalsStrip } from './totals-strip'
import { useStageMetrics } from './use-stage-metrics'

/** What of the page stands in its address. */
export interface MetricsSearch {
  wide?: boolean | undefined
  errors?: 'count' | undefined
  compare?: 'previous' | undefined
  route?: string | undefined
}

interface MetricsPageProps {
  address: StageAddress
  range: TimeRange
  marks: ChartMark[]
  search: MetricsSearch
  onSearch: (change: MetricsSearch) => void
}

const order: ChartName[] = [
  'calls',
  'errors5xx',
  'latency',
  'errors4xx',
  'integration',
  'overhead',
  'cache',
  'hitRatio',
]

/** All charts of a stage or of one of its routes. */
export function MetricsPage({ address, range, marks, search, onSearch }: MetricsPageProps) {
  const { wide = false, errors = 'rate', compare, route } = search
  const { data, error, refetch } = useStageMetrics(address, {
    range,
    width: wide ? 'full' : 'half',
    route,
    compare,
  })
  const charts = useMemo(() => chartsFor(errors), [errors])
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <FilterChip
          tone="accent"
          pressed={compare !== undefined}
          onToggle={() => onSearch({ compare: compare ? undefined : 'previous' })}
        >
          Compare with the time before
        </FilterChip>
        <Segments
          label="Errors as"
          value={errors}
          options={[
            { value: 'rate', label: 'Error rates' },
            { value: 'count', label: 'Error counts' },
          ]}
          onChoose={(next) => onSearch({ errors: next === 'count' ? next : undefined })}
        />
        <Segments
          label="Charts"
          value={wide ? 'wide' : 'half'}
          options={[
            { value: 'half', label: 'Side by side' },
            { value: 'wide', label: 'Full width' },
          ]}
          onChoose={(next) => onSearch({ wide: next === 'wide' || undefined })}
        />
        {route && (
          <Button size="small" onClick={() => onSearch({ route: undefined })}>
            Only <span className="font-mono text-xs">{route}</span>
            <X size={13} aria-label="show all routes" />
          </Button>
        )}
        <Link
          to="/wall"
          search={{ stages: [address.connection, address.kind, address.apiId, address.stage].join('/') }}
          className={buttonClass('quiet', 'small')}
        >
          <MonitorUp size={13} aria-hidden /> Wall
        </Link>
        {data && <AskingCostText cost={data.cost} goesOn={data.nextAt !== null} />}
      </div>
      {error && <MetricsFailure error={error} onRetry={() => void refetch()} />}
      <MetricsNotes address={address} metrics={data} />
      {(data || !error) && <TotalsStrip metrics={data} />}
      <ChartGroup>
        <div className={cx('grid gap-3', !wide && 'lg:grid-cols-2')}>
          {(data || !error) && <AllCharts address={address} metrics={data} marks={marks} charts={charts} wide={wide} />}
        </div>
      </ChartGroup>
      <RoutesPanel address={address} range={range} chosen={route} onChoose={(name) => onSearch({ route: name })} />
    </div>
  )
}

interface AllChartsProps {
  address: StageAddress
  metrics: StageMetrics | undefined
  marks: ChartMark[]
  charts: ReturnType<typeof chartsFor>
  wide: boolean
}

function AllCharts({ address, metrics, marks, charts, wide }: AllChartsProps) {
  const span = useMemo(() => (metrics ? spanOf(metrics) : null), [metrics])
  const isCacheOff = metrics?.off.cache
  const cacheOff = useMemo(() => isCacheOff && <CacheIsOff address={address} />, [isCacheOff, address])
  return order.map((name) => (
    <StageChart
      key={name}
      chart={charts[name]}
      metrics={metrics}
      span={span}
      marks={marks}
      empty={(name === 'cache' || name === 'hitRatio') && cacheOff}
      {...(wide ? { height: 260 } : {})}
    />
  ))
}

const CacheIsOff = ({ address }: { address: StageAddress }) => (
  <div className="flex flex-col items-center gap-2">
    <p>The cache of {address.stage} is off: there is nothing to hit.</p>
    <Link
      to="/c/$connection/$kind/$apiId/stages/$stage/cache"
      params={address}
      className={buttonClass('plain', 'small')}
    >
      Turn it on…
    </Link>
  </div>
)
