import { createFileRoute } from '@tanstack/react-router'
import { ActivityList } from '../../activity/activity-list'
import { activitySearch } from '../-activity-search'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/activity')({
  validateSearch: activitySearch,
  component: StageActivity,
})

function StageActivity() {
  const address = Route.useParams()
  const { text, status } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ActivityList
      address={address}
      text={text}
      status={status}
      onSearch={(change) => void navigate({ search: (search) => ({ ...search, ...change }), replace: true })}
    />
  )
}
