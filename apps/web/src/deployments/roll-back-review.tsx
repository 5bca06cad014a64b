import { CanaryChoice } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'

interface RollBackReviewProps {
  address: StageAddress
  deploymentId: string
  onClose: () => void
}

export const RollBackReview = ({ address, deploymentId, onClose }: RollBackReviewProps) => (
  <ReviewDrawer
    id={`roll-back/${address.connection}/${address.apiId}/${address.stage}/${deploymentId}`}
    title={`Roll back ${address.stage}`}
    write={(input, choices) =>
      client.deployments.rollBack({
        ...address,
        deploymentId,
        canary: CanaryChoice.optional().parse(choices.canary),
        ...input,
      })
    }
    onClose={onClose}
  />
)
