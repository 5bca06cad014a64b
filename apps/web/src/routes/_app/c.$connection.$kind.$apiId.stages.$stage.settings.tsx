import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams } from '../../lib/search'
import { SettingsPage } from '../../settings/settings-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/settings')({
  validateSearch: searchParams({ review: v.boolean() }),
  component: Settings,
})

function Settings() {
  const address = Route.useParams()
  const { review = false } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <SettingsPage
      address={address}
      review={review}
      onReview={(open) => void navigate({ search: (search) => ({ ...search, review: open || undefined }) })}
    />
  )
}
