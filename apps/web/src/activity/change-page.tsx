import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChangeStatus } from '../changes/change-status'
import { UndoButton } from '../changes/undo-button'
import { api } from '../lib/api'
import { hasCode } from '../lib/app-error'
import { buttonClass } from '../ui/button'
import { Failure } from '../ui/failure'
import { Lost } from '../ui/lost'
import { PageHead, useTitle } from '../ui/page'
import { Loading, Skeleton } from '../ui/skeleton'
import { DateTime } from '../ui/when'
import { ChangeDetailView } from './change-detail-view'
import { ChangePlace } from './change-place'

/** One change, told in full. */
export function ChangePage({ changeId }: { changeId: string }) {
  const { data, error, refetch } = useQuery(
    api.activity.get.queryOptions({
      input: { changeId },
      refetchInterval: ({ state }) => (state.data?.status === 'pending' ? 2_000 : false),
    }),
  )
  useTitle(data?.title ?? 'Change')
  if (hasCode(error, 'not_found') || hasCode(error, 'invalid')) {
    const back = (
      <Link to="/activity" className={buttonClass('primary', 'normal')}>
        Back to the activity
      </Link>
    )
    return (
      <Lost title="No such change" links={back}>
        The activity has no entry <b className="font-mono text-xs wrap-anywhere">{changeId}</b>.
      </Lost>
    )
  }
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <div className="flex flex-col gap-3">
        <Loading what="the change" />
        <Skeleton className="h-7 w-80" />
        <Skeleton className="h-40 w-full" />
        <Skeleton className="h-56 w-full" />
      </div>
    )
  }
  return (
    <>
      <PageHead
        title={data.title}
        note={
          <>
            <ChangeStatus status={data.status} settled={data.settled} />
            <ChangePlace target={data.target} /> · <DateTime at={data.at} /> · by {data.actor.name}
          </>
        }
      >
        <UndoButton change={data} />
      </PageHead>
      <ChangeDetailView change={data} />
    </>
  )
}
