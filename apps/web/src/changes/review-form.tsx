import type { Plan } from '@callboard/shared-types/changes/plan.schemas'
import { TextField } from '../ui/text-field'
import type { ReviewState } from './use-review'

export function ReviewForm({ state, plan }: { state: ReviewState; plan: Plan }) {
  return (
    <>
      <TextField
        label="Reason (kept in the activity)"
        value={state.reason}
        onChange={(event) => state.setReason(event.target.value)}
        maxLength={500}
        autoComplete="off"
      />
      {plan.confirm !== null && (
        <TextField
          label={
            <>
              {plan.undo.kind === 'none' ? 'For good: ' : plan.target.production && 'Production: '}type{' '}
              <b className="text-ink font-mono">{plan.confirm}</b> to confirm
            </>
          }
          value={state.confirm}
          onChange={(event) => state.setConfirm(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          className="w-48 font-mono text-sm"
        />
      )}
    </>
  )
}
