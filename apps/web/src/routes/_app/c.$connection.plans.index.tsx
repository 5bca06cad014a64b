import { createFileRoute } from '@tanstack/react-router'
import { PlansPage } from '../../plans/plans-page'

export const Route = createFileRoute('/_app/c/$connection/plans/')({ component: Plans })

function Plans() {
  const { connection } = Route.useParams()
  return <PlansPage connection={connection} />
}
