import { useInfiniteQuery } from '@tanstack/react-query'
import type { Moment } from '@callboard/shared-types/history/history.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { plural } from '../lib/format'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { PointMark, Timeline, type PointLook } from '../ui/timeline'
import { DateTime } from '../ui/when'
import { MomentView } from './moment-view'
import { RestoreReview } from './restore-review'
import { useMomentWords } from './moment-words'

/** The moment that is looked at, what it's compared with, and whether its restoring is under review; all in the URL. */
export interface TimeMachineSearch {
  at?: string | undefined
  with?: string | undefined
  restore?: boolean | undefined
}

interface TimeMachineProps extends TimeMachineSearch {
  address: StageAddress
  onSearch: (search: TimeMachineSearch) => void
}

/** The stage as it was at any moment since it was first seen. */
export function TimeMachine({ address, at, with: beside, restore, onSearch }: TimeMachineProps) {
  const history = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...address, cursor, limit: 40 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      refetchInterval: 60_000,
    }),
  )
  const moments = history.data?.pages.flatMap(({ items }) => items) ?? []
  const since = history.data?.pages[0]?.since
  const selected = moments.find(({ id }) => id === at) ?? moments[0]
  return (
    <Panel
      title="Time machine"
      note={
        since && (
          <>
            {plural(moments.length, 'moment')}
            {history.hasNextPage && ' and older ones'}, since <DateTime at={since} />, when Callboard first saw this
            stage
          </>
        )
      }
      actions={
        history.hasNextPage && (
          <Button
            size="small"
            why={history.isFetchingNextPage ? 'Loading…' : null}
            onClick={() => void history.fetchNextPage()}
          >
            Older
          </Button>
        )
      }
    >
      {history.error && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <MachineSkeleton />}
      {history.data && !selected && (
        <Empty title="Nothing is kept of this stage yet">
          Callboard keeps what a stage is from the first time it sees it; look again in a moment.
        </Empty>
      )}
      {selected && (
        <>
          <Scale
            moments={moments}
            selected={selected}
            beside={beside}
            onSelect={(id) => onSearch({ at: id === moments[0]?.id ? undefined : id })}
          />
          <MomentView
            address={address}
            moment={selected}
            moments={moments}
            beside={beside}
            onBeside={(next) => onSearch({ with: next })}
            onRestore={() => onSearch({ restore: true })}
          />
          {restore && (
            <RestoreReview address={address} moment={selected.id} onClose={() => onSearch({ restore: undefined })} />
          )}
        </>
      )}
    </Panel>
  )
}

const lookOf = ({ kind, change }: Moment): PointLook =>
  kind === 'gone' ? 'gone' : change ? (change.actor.kind === 'outside' ? 'theirs' : 'ours') : 'first'

const legend: [PointLook, string][] = [
  ['ours', 'by Callboard'],
  ['theirs', 'outside Callboard'],
  ['first', 'first seen'],
  ['gone', 'deleted'],
]

interface ScaleProps {
  moments: Moment[]
  selected: Moment
  beside: string | undefined
  onSelect: (id: string) => void
}

function Scale({ moments, selected, beside, onSelect }: ScaleProps) {
  const words = useMomentWords()
  const points = moments.toReversed().map((moment, index) => ({
    id: moment.id,
    look: lookOf(moment),
    text: `${words.text(moment)}, ${index + 1} of ${moments.length}`,
    label: words.day(moment),
  }))
  const shown = legend.filter(([look]) => points.some((point) => point.look === look))
  return (
    <>
      <Timeline
        label="Moments of this stage"
        points={points}
        selected={selected.id}
        beside={beside}
        onSelect={onSelect}
      />
      <p className="text-ink-3 mt-1 mb-3 flex flex-wrap gap-x-4 text-xs">
        {shown.map(([look, text]) => (
          <span key={look} className="inline-flex items-center gap-1.5">
            <PointMark look={look} /> {text}
          </span>
        ))}
        <span className="ml-auto max-md:hidden">← → to the next moment</span>
      </p>
    </>
  )
}

const MachineSkeleton = () => (
  <div className="flex flex-col gap-3">
    <Loading what="the history of the stage" />
    <Skeleton className="h-15 w-full" />
    <div className="grid gap-3 lg:grid-cols-2">
      <Skeleton className="h-32 w-full" />
      <Skeleton className="h-32 w-full" />
    </div>
  </div>
)
