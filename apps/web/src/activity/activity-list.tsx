import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { ActivityFilter } from './activity-filter'
import type { ActivitySearch } from './activity-search'
import { ActivityTable } from './activity-table'

interface ActivityListProps extends ActivitySearch {
  /** Of this stage alone, or of all. */
  address?: StageAddress
  onSearch: (search: ActivitySearch) => void
}

/** What happened, newest first, and what can be done about it. */
export function ActivityList({ address, text, status, onSearch }: ActivityListProps) {
  const settledText = useSettled(text)
  const activity = useInfiniteQuery(
    api.activity.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...address, text: settledText || undefined, status, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      refetchInterval: 60_000,
    }),
  )
  const changes = activity.data?.pages.flatMap(({ items }) => items) ?? []
  const filtered = Boolean(text || status)
  return (
    <>
      <ActivityFilter text={text} status={status} onSearch={onSearch} />
      {activity.error && <Failure error={activity.error} onRetry={() => void activity.refetch()} />}
      {(activity.data || activity.isPending) && (
        <Panel flush className="overflow-x-auto">
          <ActivityTable changes={changes} loading={activity.isPending} withPlace={!address} />
          {activity.data && changes.length === 0 && (
            <Empty title={filtered ? 'Nothing matches the filter' : 'Nothing has happened here yet'}>
              {filtered ? (
                <Button onClick={() => onSearch({ text: undefined, status: undefined })}>Clear the filter</Button>
              ) : (
                'Every change made through Callboard is kept here: who, what, why, before and after, and its undo.'
              )}
            </Empty>
          )}
        </Panel>
      )}
      {activity.hasNextPage && (
        <Button
          className="mt-3"
          onClick={() => void activity.fetchNextPage()}
          why={activity.isFetchingNextPage ? 'Loading…' : null}
        >
          Older
        </Button>
      )}
    </>
  )
}

/** The text once the typing has paused. */
function useSettled(text: string | undefined) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
