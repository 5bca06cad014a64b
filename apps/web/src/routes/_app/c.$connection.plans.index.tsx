import { createFileRoute } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import * as v from 'valibot'
import { searchParams } from '../../lib/search'
import { useWhyNot } from '../../lib/why-not'
import { NewPlanDrawer } from '../../plans/new-plan-drawer'
import { PlansPage } from '../../plans/plans-page'
import { QueueNote } from '../../plans/queue-note'
import { Button } from '../../ui/button'

export const Route = createFileRoute('/_app/c/$connection/plans/')({
  validateSearch: searchParams({ new: v.boolean() }),
  component: Plans,
})

function Plans() {
  const { connection } = Route.useParams()
  const { new: making } = Route.useSearch()
  const navigate = Route.useNavigate()
  const whyNot = useWhyNot(connection, ['apigateway:POST'], 'Making a plan')
  const open = (next: boolean) => void navigate({ search: (search) => ({ ...search, new: next || undefined }) })
  return (
    <>
      <PlansPage
        connection={connection}
        head={<QueueNote connection={connection} />}
        acts={
          <Button look="primary" why={whyNot} onClick={() => open(true)}>
            <Plus size={14} aria-hidden /> New plan…
          </Button>
        }
      />
      {making && <NewPlanDrawer connection={connection} onClose={() => open(false)} />}
    </>
  )
}
