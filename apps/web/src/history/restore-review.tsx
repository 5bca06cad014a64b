import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'

interface RestoreReviewProps {
  address: StageAddress
  moment: string
  onClose: () => void
}

export const RestoreReview = ({ address, moment, onClose }: RestoreReviewProps) => (
  <ReviewDrawer
    id={`restore/${address.connection}/${address.apiId}/${address.stage}/${moment}`}
    title={`Restore ${address.stage}`}
    write={(input) => client.history.restore({ ...address, moment, ...input })}
    onClose={onClose}
  />
)
