import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams, textUpTo } from '../../lib/search'
import { useKept } from '../../lib/kept'
import { useWhyNot } from '../../lib/why-not'
import { countPlanEdits, noPlanEdits } from '../../plans/plan-edits'
import { PlanActs } from '../../plans/plan-acts'
import { PlanPage } from '../../plans/plan-page'
import { ExtendReview, RemovePlanReview, SavePlanReview } from '../../plans/plan-reviews'
import { QueueNote } from '../../plans/queue-note'
import { EditBar } from '../../ui/edit-bar'

export const Route = createFileRoute('/_app/c/$connection/plans/$planId')({
  validateSearch: searchParams({
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400)),
    review: v.picklist(['save', 'remove']),
    extend: textUpTo(64),
  }),
  component: Plan,
})

function Plan() {
  const { connection, planId } = Route.useParams()
  const { days = 30, review, extend } = Route.useSearch()
  const navigate = Route.useNavigate()
  const [edits, setEdits] = useKept(`plan/${connection}/${planId}`, noPlanEdits)
  const whyNot = useWhyNot(connection, ['apigateway:PATCH'], 'Changing a plan')
  const open = (search: { review?: 'save' | 'remove' | undefined; extend?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), resetScroll: false })
  const close = () => open({ review: undefined, extend: undefined })
  return (
    <PlanPage
      connection={connection}
      planId={planId}
      days={days}
      onDays={(next) =>
        void navigate({ search: (search) => ({ ...search, days: next }), replace: true, resetScroll: false })
      }
      edits={edits}
      onEdits={setEdits}
      acts={<PlanActs connection={connection} onRemove={() => open({ review: 'remove' })} />}
      onExtend={({ keyId }) => open({ extend: keyId })}
      whyNotExtend={whyNot}
      head={<QueueNote connection={connection} />}
    >
      {(view, usage) => (
        <>
          <EditBar
            edits={countPlanEdits(edits)}
            why={whyNot}
            onDiscard={() => setEdits(noPlanEdits)}
            onReview={() => open({ review: 'save' })}
          />
          {review === 'save' && (
            <SavePlanReview
              connection={connection}
              planId={planId}
              edits={edits}
              onSent={() => setEdits(noPlanEdits)}
              onClose={close}
            />
          )}
          {review === 'remove' && (
            <RemovePlanReview
              connection={connection}
              planId={planId}
              onGone={() => void navigate({ to: '/c/$connection/plans', params: { connection } })}
              onClose={close}
            />
          )}
          {extend && view.keys.some(({ id }) => id === extend) && (
            <ExtendReview
              connection={connection}
              planId={planId}
              keyId={extend}
              name={view.keys.find(({ id }) => id === extend)!.name || extend}
              left={usage?.keys.find(({ keyId }) => keyId === extend)?.quota?.remaining ?? 0}
              onClose={close}
            />
          )}
        </>
      )}
    </PlanPage>
  )
}
