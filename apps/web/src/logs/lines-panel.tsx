import { useInfiniteQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { LogGroup, LogSource } from '@callboard/shared-types/logs/logs.schemas'
import { api } from '../lib/api'
import { bytes, plural } from '../lib/format'
import { rangeNotes } from '../lib/range'
import { worldClock } from '../lib/world-clock'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { AsOf, DateTime } from '../ui/when'
import { LineRow } from './line-row'
import { RetentionSelect } from './retention-select'

interface LinesPanelProps {
  address: StageAddress
  range: TimeRange
  source: LogSource
  group: LogGroup | undefined
  filter: string
  follow: boolean
  onRequest: (requestId: string, at: string) => void
}

const followMs = 3_000

const titles: Record<LogSource, string> = {
  access: 'Access log',
  execution: 'Execution log',
  'access-canary': 'Access log of the canary',
  'execution-canary': 'Execution log of the canary',
}

/** The lines of one log, newest first. */
export function LinesPanel({ address, range, source, group, filter, follow, onRequest }: LinesPanelProps) {
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    api.logs.lines.infiniteOptions({
      input: (older: string | undefined) => ({
        ...address,
        range,
        source,
        ...(filter ? { filter } : {}),
        ...(older ? { older } : {}),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ older }) => older ?? undefined,
      ...(follow ? { refetchInterval: () => Math.max(1_000, worldClock.processMsFor(followMs)), maxPages: 1 } : {}),
    }),
  )
  const pages = data?.pages ?? []
  const lines = pages.flatMap((page) => page.lines)
  const [first] = pages
  const last = pages.at(-1)
  return (
    <Panel
      flush
      title={titles[source]}
      note={
        group && (
          <span className="inline-flex flex-wrap gap-x-2">
            <span className="font-mono">{group.name}</span>
            {group.storedBytes ? <span>{bytes(group.storedBytes)}</span> : null}
            <AsOf at={first?.asOf} />
          </span>
        )
      }
      actions={group && <RetentionSelect address={address} group={group} />}
    >
      {error && (
        <div className="px-3.5 pb-3.5">
          <Failure error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {first?.notes.map((note) => (
        <div key={note} className="px-3.5 pb-3.5">
          <Note>{rangeNotes[note]}</Note>
        </div>
      ))}
      {isPending && !error && (
        <div className="flex flex-col gap-2 px-3.5 pb-3.5">
          <Loading what={titles[source]} />
          {Array.from({ length: 8 }, (_, n) => (
            <Skeleton key={n} still className="h-4 w-full" />
          ))}
        </div>
      )}
      {first?.missing && (
        <Empty title="The log group doesn’t exist">
          API Gateway makes it with the first line; it may have been deleted, too.
        </Empty>
      )}
      {first && !first.missing && lines.length === 0 && (
        <Empty title={filter ? 'No line fits the filter' : 'No lines in this time'}>
          {last?.older ? (
            <p>
              Looked back to <DateTime at={last.searchedFrom} />.
            </p>
          ) : (
            <p>All of the range was looked at.</p>
          )}
        </Empty>
      )}
      {lines.length > 0 && (
        <ol aria-label={titles[source]} className="divide-line-soft border-line-soft divide-y border-t">
          {lines.map((line) => (
            <LineRow key={line.id} line={line} onRequest={onRequest} />
          ))}
        </ol>
      )}
      {last && !last.missing && (
        <div className="border-line-soft text-ink-3 flex items-center gap-3 border-t px-3.5 py-2 text-xs">
          {plural(lines.length, 'line')}
          {hasNextPage && !follow && (
            <Button size="small" onClick={() => void fetchNextPage()} why={isFetchingNextPage ? 'Looking…' : null}>
              {isFetchingNextPage ? 'Looking…' : 'Older lines'}
            </Button>
          )}
          {!last.older && 'the range’s first line is here'}
        </div>
      )}
    </Panel>
  )
}
