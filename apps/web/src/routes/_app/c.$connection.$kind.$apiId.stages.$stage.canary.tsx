import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams } from '../../lib/search'
import { canaryActs } from '../../canary/canary-act'
import { CanaryPage } from '../../canary/canary-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/canary')({
  validateSearch: searchParams({ review: v.picklist(canaryActs) }),
  component: Canary,
})

function Canary() {
  const address = Route.useParams()
  const { review } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <CanaryPage
      address={address}
      review={review}
      onReview={(act) => void navigate({ search: (search) => ({ ...search, review: act }) })}
    />
  )
}
