import { Link } from '@tanstack/react-router'
import type { ChangeStatus as Status } from '@callboard/shared-types/changes/change.schemas'
import { toAppError } from '../lib/app-error'
import { Failure } from '../ui/failure'
import { Note, type NoteProps } from '../ui/note'
import { ChangeStatus } from './change-status'
import type { ReviewState } from './use-review'

const InActivity = ({ changeId }: { changeId: string }) => (
  <Link to="/activity/$changeId" params={{ changeId }} className="text-accent underline">
    See it in the activity
  </Link>
)

const looks: Partial<Record<Status, NoteProps['look']>> = { pending: 'info', partly_done: 'warn', unclear: 'warn' }

/** What became of the click, unless all went well: then the drawer has closed. */
export function ReviewOutcome({ state: { act } }: { state: ReviewState }) {
  if (act.error) {
    const error = toAppError(act.error)
    if (error.code === 'moved') return null
    return (
      <Failure error={act.error}>{error.code === 'unclear' && <InActivity changeId={error.data.changeId} />}</Failure>
    )
  }
  const change = act.data?.change
  if (!act.isSuccess || change?.status === 'done') return null
  if (!change)
    return (
      <Note look="bad" alert>
        The server answered without doing it.
      </Note>
    )
  return (
    <Note look={looks[change.status] ?? 'bad'} alert>
      <ChangeStatus status={change.status} />
      {change.outcome && <p className="text-ink">{change.outcome}</p>}
      <InActivity changeId={change.id} />
    </Note>
  )
}
