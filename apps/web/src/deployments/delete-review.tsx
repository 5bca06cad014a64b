import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'

interface DeleteReviewProps {
  address: StageAddress
  deploymentId: string
  onClose: () => void
}

export const DeleteReview = ({ address, deploymentId, onClose }: DeleteReviewProps) => (
  <ReviewDrawer
    id={`delete-deployment/${address.connection}/${address.apiId}/${deploymentId}`}
    title="Delete a deployment"
    write={(input) => client.deployments.delete({ ...address, deploymentId, ...input })}
    onClose={onClose}
  />
)
