import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { AlarmsPage } from '../../alarms/alarms-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/alarms')({
  validateSearch: z.object({
    edit: z.coerce.string().max(255).optional().catch(undefined),
    review: z.boolean().optional().catch(undefined),
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
