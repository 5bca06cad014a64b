import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams, textUpTo } from '../../lib/search'
import { ActivityList } from '../../activity/activity-list'
import { TimeMachine, type TimeMachineSearch } from '../../history/time-machine'
import { activitySearch } from '../-activity-search'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/activity')({
  validateSearch: searchParams({
    ...activitySearch,
    at: textUpTo(64),
    with: textUpTo(160),
    restore: v.boolean(),
  }),
  component: StageActivity,
})

function StageActivity() {
  const address = Route.useParams()
  const { text, status, at, with: beside, restore } = Route.useSearch()
  const navigate = Route.useNavigate()
  const onTime = (change: TimeMachineSearch) =>
    void navigate({
      search: (search) => ({ ...search, ...change }),
      replace: !('restore' in change),
      resetScroll: false,
    })
  return (
    <div className="flex flex-col gap-4">
      <TimeMachine
        key={`${address.connection}/${address.apiId}/${address.stage}`}
        address={address}
        at={at}
        with={beside}
        restore={restore}
        onSearch={onTime}
      />
      <div>
        <ActivityList
          address={address}
          text={text}
          status={status}
          onSearch={(change) => void navigate({ search: (search) => ({ ...search, ...change }), replace: true })}
        />
      </div>
    </div>
  )
}
