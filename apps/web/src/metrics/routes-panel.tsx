import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { RouteFigures, RouteRanking } from '@callboard/shared-types/metrics/metrics.schemas'
import { api } from '../lib/api'
import { count, duration, noData, percent, plural } from '../lib/format'
import { worldClock } from '../lib/world-clock'
import { AskingCostText } from '../ui/asking-cost'
import { buttonClass } from '../ui/button'
import { cx } from '../ui/cx'
import { Empty } from '../ui/empty'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { PanelState } from '../ui/panel-state'
import { Skeleton } from '../ui/skeleton'
import { RowHead, Table, Td, Th } from '../ui/table'
import { useSeen } from '../ui/use-seen'

interface RoutesPanelProps {
  address: StageAddress
  range: TimeRange
  chosen: string | undefined
  onChoose: (route: string | undefined) => void
}

/** The routes with the most errors first; asked for when it comes into view, since each route costs five metrics. */
export function RoutesPanel({ address, range, chosen, onChoose }: RoutesPanelProps) {
  const [seenRef, seen] = useSeen()
  const { data, error, isPending, refetch } = useQuery(
    api.metrics.routes.queryOptions({
      input: { ...address, range },
      enabled: seen,
      refetchInterval: () => Math.max(5_000, worldClock.processMsFor(300_000)),
    }),
  )
  return (
    <Panel
      flush
      title={
        <>
          Routes <span ref={seenRef} />
        </>
      }
      note="the whole range, most 5XX first"
      actions={data && data.cost.metrics > 0 && <AskingCostText cost={data.cost} goesOn={false} />}
      className="overflow-x-auto"
    >
      <PanelState what="the routes" error={error} isPending={isPending} onRetry={() => void refetch()}>
        <Skeleton className="h-32 w-full" />
      </PanelState>
      {data && <Ranking ranking={data} address={address} chosen={chosen} onChoose={onChoose} />}
    </Panel>
  )
}

interface RankingProps extends Omit<RoutesPanelProps, 'range'> {
  ranking: RouteRanking
}

function Ranking({ ranking: { routes, without, unknown, messages }, address, chosen, onChoose }: RankingProps) {
  const settings = (
    <Link
      to="/c/$connection/$kind/$apiId/stages/$stage/settings"
      params={address}
      className={buttonClass('plain', 'small')}
    >
      Switch them on in Settings…
    </Link>
  )
  if (unknown) return <Empty title="The routes aren’t known">{unknown}</Empty>
  if (routes.length === 0)
    return (
      <Empty title={without > 0 ? 'Detailed metrics are off' : 'Nothing is deployed here'}>
        {without > 0 && (
          <>
            <p className="mb-2">
              CloudWatch counts the routes of {address.stage} one by one only where detailed metrics are on. It bills
              them as metrics of your own.
            </p>
            {settings}
          </>
        )}
      </Empty>
    )
  return (
    <>
      {messages.map((message) => (
        <div key={message} className="px-3.5 pb-2">
          <Note look="warn">CloudWatch says: “{message}”</Note>
        </div>
      ))}
      <Table aria-label="Routes">
        <thead>
          <tr>
            <Th>Route</Th>
            {['Calls', '5XX', '5XX rate', '4XX', '4XX rate', 'p50', 'p99'].map((title) => (
              <Th key={title} className="text-right">
                {title}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {routes.map((figures) => (
            <RouteRow key={figures.route} figures={figures} chosen={figures.route === chosen} onChoose={onChoose} />
          ))}
        </tbody>
      </Table>
      {without > 0 && (
        <p className="text-ink-3 border-line-soft flex items-center gap-3 border-t px-3.5 py-2 text-xs">
          {plural(without, 'route')} without metrics of {without === 1 ? 'its' : 'their'} own. {settings}
        </p>
      )}
    </>
  )
}

const or = (value: number | null, text: (value: number) => string) => (value === null ? noData : text(value))
const rateOf = (errors: number | null, calls: number | null) => (calls ? percent((errors ?? 0) / calls) : noData)

interface RouteRowProps {
  figures: RouteFigures
  chosen: boolean
  onChoose: (route: string | undefined) => void
}

function RouteRow({ figures, chosen, onChoose }: RouteRowProps) {
  const { route, calls, errors4xx, errors5xx, latencyP50Ms, latencyP99Ms } = figures
  const bad = calls !== null && (errors5xx ?? 0) / calls >= 0.02
  const cells = [
    or(calls, count),
    or(errors5xx, count),
    rateOf(errors5xx, calls),
    or(errors4xx, count),
    rateOf(errors4xx, calls),
    or(latencyP50Ms, duration),
    or(latencyP99Ms, duration),
  ]
  return (
    <tr className={cx(chosen && 'bg-accent-weak')}>
      <RowHead>
        <button
          type="button"
          aria-pressed={chosen}
          title={chosen ? 'Show all routes' : 'Show this route alone in the charts'}
          className="text-accent font-mono text-xs hover:underline"
          onClick={() => onChoose(chosen ? undefined : route)}
        >
          {route}
        </button>
      </RowHead>
      {cells.map((text, n) => (
        <Td key={n} className={cx('text-right', bad && (n === 1 || n === 2) && 'text-bad font-semibold')}>
          {text}
        </Td>
      ))}
    </tr>
  )
}
