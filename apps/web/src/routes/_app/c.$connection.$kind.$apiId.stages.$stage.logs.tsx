import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { anyTextUpTo, instant, requestId, searchParams } from '../../lib/search'
import { defaultRange } from '@callboard/shared-types/lib/time-range'
import { LogsPage } from '../../logs/logs-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/logs')({
  staticData: { charts: true },
  validateSearch: searchParams({
    log: v.literal('execution'),
    filter: anyTextUpTo(500),
    follow: v.boolean(),
    beside: v.boolean(),
    breakdown: v.boolean(),
    request: requestId,
    at: instant,
  }),
  component: Logs,
})

function Logs() {
  const address = Route.useParams()
  const { range = defaultRange, ...search } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <LogsPage
      address={address}
      range={range}
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
    />
  )
}
