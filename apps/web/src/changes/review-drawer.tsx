import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { Change } from '@callboard/shared-types/changes/change.schemas'
import { Drawer } from '../ui/drawer'
import { Failure } from '../ui/failure'
import { Loading, Skeleton } from '../ui/skeleton'
import { DateTime } from '../ui/when'
import { MovedNote } from './moved-note'
import { PlanView } from './plan-view'
import { announceChange } from './announce'
import { ReviewAct } from './review-act'
import { ReviewAsk } from './review-ask'
import { ReviewForm } from './review-form'
import { ReviewOutcome } from './review-outcome'
import { dropDraft } from './use-draft'
import { askDraft, useReview, type Ask } from './use-review'
import type { Write } from './write'

interface ReviewDrawerProps {
  /** Names the review, such as `roll-back/a7k2q9x1bc/prod/d1`. */
  id: string
  /** Stands in until the plan has come. */
  title: string
  write: Write
  /** What the verb wants to be told before it can plan. */
  ask?: Ask
  onClose: () => void
}

/** Says what will happen, takes the reason and the confirmation, does it, and says what happened. For any verb. */
export function ReviewDrawer({ id, title, write, ask, onClose }: ReviewDrawerProps) {
  const onDone = (change: Change) => {
    dropDraft(id)
    dropDraft(askDraft(id, ask))
    announceChange(change)
    onClose()
  }
  const state = useReview(id, write, onDone, ask)
  const { plan, review, moved } = state
  return (
    <Drawer
      title={plan?.title ?? title}
      subtitle={
        plan && (
          <>
            {isStageTarget(plan.target) ? plan.target.apiName : plan.target.name} · {plan.target.connection} ·{' '}
            {plan.target.region} · looked at <DateTime at={plan.lookedAt} format="clock" />
          </>
        )
      }
      onClose={onClose}
      footer={plan && <ReviewAct state={state} plan={plan} onClose={onClose} />}
    >
      {moved.length > 0 && <MovedNote moved={moved} onLooked={state.acceptPresent} />}
      {review.error && <Failure error={review.error} onRetry={() => void review.refetch()} />}
      {plan && !plan.blocked && <ReviewAsk state={state} />}
      {plan && (
        <PlanView
          plan={plan}
          moved={moved}
          choices={state.choices}
          onChoose={state.choose}
          rechecking={review.isFetching}
        />
      )}
      {plan && !plan.blocked && <ReviewForm state={state} plan={plan} />}
      <ReviewOutcome state={state} />
      {!plan && !review.error && <PlanSkeleton />}
    </Drawer>
  )
}

const PlanSkeleton = () => (
  <>
    <Loading what="what will happen" />
    {['h-20', 'h-8', 'h-10', 'h-16', 'h-12'].map((height) => (
      <Skeleton key={height} className={`w-full ${height}`} />
    ))}
  </>
)
