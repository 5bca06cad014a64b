import { useState } from 'react'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { Drawer } from '../ui/drawer'
import { NumberField } from '../ui/number-field'
import { ReviewFooter } from '../ui/review-footer'
import type { PlanEdits } from './plan-edits'

interface OfPlan {
  connection: string
  planId: string
  onClose: () => void
}

export const SavePlanReview = ({
  connection,
  planId,
  edits,
  onSent,
  onClose,
}: OfPlan & { edits: PlanEdits; onSent: () => void }) => (
  <ReviewDrawer
    id={`plan/${connection}/${planId}`}
    title="Change the usage plan"
    write={async (input) => {
      const result = await client.plans.save({ connection, planId, edits, ...input })
      if (result.change) onSent()
      return result
    }}
    onClose={onClose}
  />
)

export const RemovePlanReview = ({ connection, planId, onGone, onClose }: OfPlan & { onGone: () => void }) => (
  <ReviewDrawer
    id={`plan/${connection}/${planId}/remove`}
    title="Delete the usage plan"
    write={async (input) => {
      const result = await client.plans.remove({ connection, planId, ...input })
      if (result.change?.status === 'done') onGone()
      return result
    }}
    onClose={onClose}
  />
)

export const CreatePlanReview = ({ connection, plan, onClose }: Omit<OfPlan, 'planId'> & { plan: PlanEdits }) => (
  <ReviewDrawer
    id={`plan/${connection}/new`}
    title="Make a usage plan"
    write={(input) => client.plans.create({ connection, plan, ...input })}
    onClose={onClose}
  />
)

interface ExtendReviewProps extends OfPlan {
  keyId: string
  name: string
  /** What is left now. */
  left: number
}

/** Asks for how many calls, then reviews: an extension wants a reason. */
export function ExtendReview({ connection, planId, keyId, name, left, onClose }: ExtendReviewProps) {
  const [remaining, setRemaining] = useState<number | null>(left)
  const [reviewing, setReviewing] = useState(false)
  const wrong =
    remaining === null || !Number.isInteger(remaining) || remaining < 0 ? 'A whole number, 0 or more.' : null
  if (reviewing && remaining !== null)
    return (
      <ReviewDrawer
        id={`plan/${connection}/${planId}/extend/${keyId}`}
        title={`Extend the quota of ${name}`}
        write={(input) => client.plans.extend({ connection, planId, keyId, remaining, ...input })}
        onClose={onClose}
      />
    )
  return (
    <Drawer
      title={`Extend the quota of ${name}`}
      subtitle="until its period ends; the plan stays as it is"
      onClose={onClose}
      footer={<ReviewFooter why={wrong} onReview={() => setReviewing(true)} onCancel={onClose} />}
    >
      <NumberField
        label="Calls left from now on"
        hint={`${left.toLocaleString('en')} are left now.`}
        value={remaining}
        onChange={setRemaining}
        step={100}
        error={wrong}
        className="w-40!"
      />
    </Drawer>
  )
}
