import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { CopyDrawer } from './copy-drawer'
import type { StageAct } from './stage-act'

interface StageReviewsProps {
  address: StageAddress
  act: StageAct | undefined
  onClose: () => void
}

/** The review that is open over the stage, if any. */
export function StageReviews({ address, act, onClose }: StageReviewsProps) {
  if (act === 'copy') return <CopyDrawer address={address} onto={address.stage} onClose={onClose} />
  if (act !== 'delete') return null
  return (
    <ReviewDrawer
      id={`delete-stage/${address.connection}/${address.apiId}/${address.stage}`}
      title={`Delete the stage ${address.stage}`}
      write={(input) => client.stages.delete({ ...address, ...input })}
      onClose={onClose}
    />
  )
}
