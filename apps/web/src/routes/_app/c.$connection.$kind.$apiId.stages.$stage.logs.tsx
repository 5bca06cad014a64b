import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Instant } from '@callboard/shared-types/lib/instant'
import { defaultRange } from '@callboard/shared-types/lib/time-range'
import { RequestId } from '@callboard/shared-types/logs/logs.schemas'
import { LogsPage } from '../../logs/logs-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/logs')({
  staticData: { charts: true },
  validateSearch: z.object({
    log: z.literal('execution').optional().catch(undefined),
    filter: z.coerce.string().max(500).optional().catch(undefined),
    follow: z.boolean().optional().catch(undefined),
    beside: z.boolean().optional().catch(undefined),
    breakdown: z.boolean().optional().catch(undefined),
    request: RequestId.optional().catch(undefined),
    at: Instant.optional().catch(undefined),
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
