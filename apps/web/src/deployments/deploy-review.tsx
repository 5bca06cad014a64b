import { DeployCanaryChoice } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'

const ask = {
  input: 'description',
  label: 'What is deployed',
  hint: 'Such as checkout 2.16. It stays on the deployment in AWS; your name is added.',
  maxLength: 400,
}

interface DeployReviewProps {
  address: StageAddress
  onClose: () => void
}

/** Deploys the API as it is defined now. */
export const DeployReview = ({ address, onClose }: DeployReviewProps) => (
  <ReviewDrawer
    id={`deploy/${address.connection}/${address.apiId}/${address.stage}`}
    title={`Deploy to ${address.stage}`}
    ask={ask}
    write={(input, choices) =>
      client.deployments.deployNow({
        ...address,
        description: choices.description ?? '',
        canary: DeployCanaryChoice.optional().parse(choices.canary),
        ...input,
      })
    }
    onClose={onClose}
  />
)
