import { LoaderCircle } from 'lucide-react'
import type { Plan, UndoKind } from '@callboard/shared-types/changes/plan.schemas'
import { toAppError } from '../lib/app-error'
import { words } from '../lib/format'
import { Button } from '../ui/button'
import type { ReviewState } from './use-review'

/** Why the button can't be pressed now, or null. */
function whyNotNow({ act, review, moved, confirm }: ReviewState, plan: Plan): string | null {
  if (act.isSuccess || (act.error && toAppError(act.error).code === 'unclear'))
    return 'It was sent. See above what became of it.'
  if (plan.blocked) return plan.blocked.reason
  if (moved.length > 0) return 'It changed: look at what moved first.'
  if (review.error) return 'The plan couldn’t be made.'
  if (plan.operations.length === 0) return 'Nothing would change.'
  if (plan.confirm !== null && confirm.trim() !== plan.confirm) return `Type ${plan.confirm} to confirm.`
  return null
}

function undoWords(undo: UndoKind): string {
  if (undo.kind === 'exact') return 'Undo: exact'
  if (undo.kind === 'none') return `No undo: ${undo.why}`
  return `Undo: compensating; not restored: ${words(undo.notRestored)}`
}

interface ReviewActProps {
  state: ReviewState
  plan: Plan
  onClose: () => void
}

/** The one button that names the act, and what kind of undo it will have. */
export function ReviewAct({ state, plan, onClose }: ReviewActProps) {
  const { act, review } = state
  const why = whyNotNow(state, plan)
  const waits = act.isPending ? 'Waiting for AWS…' : review.isFetching || state.settling ? 'Reading how it is…' : null
  return (
    <>
      <Button
        look={plan.target.production || plan.undo.kind === 'none' ? 'danger' : 'primary'}
        why={waits ?? why}
        aria-busy={waits !== null}
        onClick={() => act.mutate(plan)}
      >
        {waits && <LoaderCircle size={14} aria-hidden className="animate-spin" />}
        {act.isPending ? waits : plan.act}
      </Button>
      <Button onClick={onClose}>{act.isSuccess ? 'Close' : 'Cancel'}</Button>
      <span className="text-ink-2 min-w-0 flex-1 text-right text-xs">
        {undoWords(plan.undo)}
        {why && !plan.blocked && !act.isPending && <span className="text-ink-3 block">{why}</span>}
      </span>
    </>
  )
}
