import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { VariableEdits } from '@callboard/shared-types/variables/variables.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'

interface SaveReviewProps {
  address: StageAddress
  edits: VariableEdits
  /** They are in force: nothing is left to edit. */
  onDone: () => void
  onClose: () => void
}

export const SaveReview = ({ address, edits, onDone, onClose }: SaveReviewProps) => (
  <ReviewDrawer
    id={`variables/${address.connection}/${address.apiId}/${address.stage}`}
    title={`Change variables of ${address.stage}`}
    write={async (input) => {
      const result = await client.variables.save({ ...address, ...edits, ...input })
      if (result.change?.status === 'done') onDone()
      return result
    }}
    onClose={onClose}
  />
)
