import { createFileRoute } from '@tanstack/react-router'
import { searchParams, textUpTo } from '../../lib/search'
import { WhyPage } from '../../keys/why-page'

export const Route = createFileRoute('/_app/c/$connection/why')({
  validateSearch: searchParams({
    at: textUpTo(200),
    method: textUpTo(10),
    path: textUpTo(500),
    key: textUpTo(64),
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
