import { client } from '../lib/api'
import { ReviewDrawer } from './review-drawer'

/** Undo is a change like any other: reviewed, recorded, and undoable itself. */
export default function UndoReview({ changeId, onClose }: { changeId: string; onClose: () => void }) {
  return (
    <ReviewDrawer
      id={`undo/${changeId}`}
      title="Undo"
      write={(input) => client.activity.undo({ changeId, ...input })}
      onClose={onClose}
    />
  )
}
