import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import type { Write } from '../changes/write'
import { client } from '../lib/api'
import type { CanaryAct } from './canary-act'
import { parseOverrides, type StartForm } from './start-form'

interface CanaryReviewProps {
  address: StageAddress
  act: CanaryAct
  /** The share to be set. */
  percent: number | null
  start: StartForm
  onClose: () => void
}

const titles: Record<CanaryAct, string> = {
  start: 'Start a canary',
  share: 'Set the share',
  abort: 'Abort the canary',
  promote: 'Promote the canary',
  remove: 'Remove the canary',
}

/** The review of one act on the canary. */
export function CanaryReview({ address, act, percent, start, onClose }: CanaryReviewProps) {
  const writes: Record<CanaryAct, Write> = {
    start: (input) =>
      client.canary.start({
        ...address,
        ...(start.deploymentId ? { deploymentId: start.deploymentId } : { description: start.description }),
        percentTraffic: start.percent ?? 0,
        overrides: parseOverrides(start.overrides).variables,
        ...input,
      }),
    share: (input) => client.canary.setShare({ ...address, percentTraffic: percent ?? 0, ...input }),
    abort: (input) => client.canary.abort({ ...address, ...input }),
    promote: (input, choices) => client.canary.promote({ ...address, remove: choices.remove !== 'keep', ...input }),
    remove: (input) => client.canary.remove({ ...address, ...input }),
  }
  return (
    <ReviewDrawer
      id={`canary-${act}/${address.connection}/${address.apiId}/${address.stage}`}
      title={titles[act]}
      write={writes[act]}
      onClose={onClose}
    />
  )
}
