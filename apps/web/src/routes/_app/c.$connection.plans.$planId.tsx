import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { PlanPage } from '../../plans/plan-page'

export const Route = createFileRoute('/_app/c/$connection/plans/$planId')({
  validateSearch: z.object({ days: z.number().int().min(1).max(400).optional().catch(undefined) }),
  component: Plan,
})

function Plan() {
  const { connection, planId } = Route.useParams()
  const { days = 30 } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <PlanPage
      connection={connection}
      planId={planId}
      days={days}
      onDays={(next) =>
        void navigate({ search: (search) => ({ ...search, days: next }), replace: true, resetScroll: false })
      }
    />
  )
}
