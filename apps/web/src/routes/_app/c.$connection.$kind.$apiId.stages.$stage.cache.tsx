import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams } from '../../lib/search'
import { CachePage } from '../../cache/cache-page'
import { cacheActs } from '../../cache/cache-act'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/cache')({
  validateSearch: searchParams({ review: v.picklist(cacheActs) }),
  component: Cache,
})

function Cache() {
  const address = Route.useParams()
  const { review } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <CachePage
      key={`${address.connection}/${address.apiId}/${address.stage}`}
      address={address}
      review={review}
      onReview={(act) => void navigate({ search: (search) => ({ ...search, review: act }) })}
    />
  )
}
