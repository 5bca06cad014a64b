import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { LogSource, LogsView } from '@callboard/shared-types/logs/logs.schemas'
import { api } from '../lib/api'
import { useDraft } from '../lib/use-draft'
import { cx } from '../ui/cx'
import { Failure } from '../ui/failure'
import { FilterChip } from '../ui/filter-chip'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { SearchBox } from '../ui/search-box'
import { Segments } from '../ui/segments'
import { Loading, Skeleton } from '../ui/skeleton'
import { BreakdownPanel } from './breakdown-panel'
import { LinesPanel } from './lines-panel'
import { LogOff } from './log-off'
import { RequestDrawer } from './request-drawer'

/** What of the page stands in its address. */
export interface LogsSearch {
  log?: 'execution' | undefined
  filter?: string | undefined
  follow?: boolean | undefined
  /** The canary's group beside the stage's. */
  beside?: boolean | undefined
  breakdown?: boolean | undefined
  request?: string | undefined
  /** When that request was. */
  at?: string | undefined
}

interface LogsPageProps {
  address: StageAddress
  range: TimeRange
  search: LogsSearch
  onSearch: (change: LogsSearch) => void
}

/** What the callers got and why: failed calls by status, and the lines of both logs. */
export function LogsPage({ address, range, search, onSearch }: LogsPageProps) {
  const view = useQuery(api.logs.get.queryOptions({ input: address, refetchInterval: 30_000 }))
  if (view.error && !view.data) return <Failure error={view.error} onRetry={() => void view.refetch()} />
  if (!view.data)
    return (
      <Panel title="Logs">
        <Loading what="the logs" />
        <Skeleton className="h-80 w-full" />
      </Panel>
    )
  return <Logs view={view.data} address={address} range={range} search={search} onSearch={onSearch} />
}

function Logs({ view, address, range, search, onSearch }: LogsPageProps & { view: LogsView }) {
  const { log = 'access', filter = '', follow = false, beside = false } = search
  const typed = useDraft(filter, (text) => onSearch({ filter: text || undefined }))
  const has = (source: LogSource) => view.groups.some((group) => group.source === source)
  const canary = has(`${log}-canary`)
  const isOn = log === 'access' ? view.access.state === 'group' : view.execution.level !== 'OFF'
  const shown: LogSource[] = canary && beside ? [log, `${log}-canary`] : [log]
  return (
    <div className="flex flex-col gap-3">
      {view.unknown && <Note look="warn">CloudWatch Logs doesn’t tell of the groups: “{view.unknown}”</Note>}
      <BreakdownPanel
        address={address}
        range={range}
        access={view.access}
        open={search.breakdown ?? false}
        onOpen={(open) => onSearch({ breakdown: open || undefined })}
        onFilter={(next) => onSearch({ log: undefined, filter: next })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Segments
          label="Log"
          value={log}
          options={[
            { value: 'access', label: 'Access log' },
            { value: 'execution', label: 'Execution log' },
          ]}
          onChoose={(next) => onSearch({ log: next === 'execution' ? next : undefined })}
        />
        <SearchBox
          label="Filter the lines"
          placeholder="Words, or { $.status = 502 }"
          value={typed.text}
          maxLength={500}
          onType={typed.type}
        />
        <FilterChip tone="accent" pressed={follow} onToggle={() => onSearch({ follow: !follow || undefined })}>
          Follow
        </FilterChip>
        {canary && (
          <FilterChip tone="canary" pressed={beside} onToggle={() => onSearch({ beside: !beside || undefined })}>
            Canary beside it
          </FilterChip>
        )}
      </div>
      {isOn ? (
        <div className={cx('grid items-start gap-3', shown.length > 1 && 'xl:grid-cols-2')}>
          {shown.map((source) => (
            <LinesPanel
              key={source}
              address={address}
              range={range}
              source={source}
              group={view.groups.find((group) => group.source === source)}
              filter={filter}
              follow={follow}
              onRequest={(request, at) => onSearch({ request, at })}
            />
          ))}
        </div>
      ) : (
        <LogOff address={address} log={log} state={view.access.state} />
      )}
      {search.request && (
        <RequestDrawer
          address={address}
          range={range}
          requestId={search.request}
          at={search.at}
          execution={view.execution}
          onClose={() => onSearch({ request: undefined, at: undefined })}
        />
      )}
    </div>
  )
}
