import { createFileRoute } from '@tanstack/react-router'
import { ActivityList } from '../../activity/activity-list'
import { PageHead, useTitle } from '../../ui/page'
import { searchParams } from '../../lib/search'
import { activitySearch } from '../-activity-search'

export const Route = createFileRoute('/_app/activity/')({
  validateSearch: searchParams(activitySearch),
  component: Activity,
})

function Activity() {
  useTitle('Activity')
  const { text, status } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <>
      <PageHead title="Activity" note="Everything done through Callboard, newest first" />
      <ActivityList
        text={text}
        status={status}
        onSearch={(change) => void navigate({ search: (search) => ({ ...search, ...change }), replace: true })}
      />
    </>
  )
}
