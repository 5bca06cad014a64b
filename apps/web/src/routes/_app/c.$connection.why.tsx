import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { WhyPage } from '../../keys/why-page'

export const Route = createFileRoute('/_app/c/$connection/why')({
  validateSearch: z.object({
    at: z.string().max(200).optional().catch(undefined),
    method: z.string().max(10).optional().catch(undefined),
    path: z.string().max(500).optional().catch(undefined),
    key: z.string().max(64).optional().catch(undefined),
  }),
  component: Why,
})

function Why() {
  const { connection } = Route.useParams()
  const { at, method = 'GET', path = '/', key } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <WhyPage
      connection={connection}
      asked={{ at, method, path, key }}
      onAsk={(change) => void navigate({ search: (search) => ({ ...search, ...change }), replace: true })}
    />
  )
}
