import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { anyTextUpTo, searchParams } from '../../lib/search'
import { AlarmsPage } from '../../alarms/alarms-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/alarms')({
  validateSearch: searchParams({
    edit: anyTextUpTo(255),
    review: v.boolean(),
  }),
  component: Alarms,
})

function Alarms() {
  const address = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <AlarmsPage
      address={address}
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
    />
  )
}
