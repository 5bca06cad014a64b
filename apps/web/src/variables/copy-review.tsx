import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'

interface CopyReviewProps {
  address: StageAddress
  /** The stage that gets them. */
  to: string
  names: string[]
  /** What is in force here: what is only typed isn't copied. */
  variables: Record<string, string>
  onClose: () => void
}

/** Copying is saving there. */
export function CopyReview({ address, to, names, variables, onClose }: CopyReviewProps) {
  const set = Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)))
  return (
    <ReviewDrawer
      id={`copy-variables/${address.connection}/${address.apiId}/${address.stage}/${to}`}
      title={`Copy variables to ${to}`}
      write={(input) => client.variables.save({ ...address, stage: to, set, ...input })}
      onClose={onClose}
    />
  )
}
