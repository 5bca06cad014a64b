import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { canaryActs } from '../../canary/canary-acts'
import { CanaryPage } from '../../canary/canary-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/canary')({
  validateSearch: z.object({ review: z.enum(canaryActs).optional().catch(undefined) }),
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
