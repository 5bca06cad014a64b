import { useState } from 'react'
import type { PlanRow } from '@callboard/shared-types/plans/plans.schemas'
import { Drawer } from '../ui/drawer'
import { ReviewFooter } from '../ui/review-footer'
import { LimitsForm } from './limits-form'
import { CreatePlanReview } from './plan-reviews'
import { noPlanEdits, type PlanEdits } from './plan-edits'
import { StagesForm } from './stages-form'

/** A plan of which nothing is there yet. */
const nothing: PlanRow = {
  id: 'new',
  name: '',
  description: '',
  productCode: '',
  throttle: null,
  quota: null,
  stages: [],
  tags: {},
  keys: 0,
}

const atFirst: PlanEdits = { ...noPlanEdits, throttle: { rateLimit: 10, burstLimit: 20 } }

/** Says what the plan should be, then reviews it. */
export function NewPlanDrawer({ connection, onClose }: { connection: string; onClose: () => void }) {
  const [edits, setEdits] = useState(atFirst)
  const [reviewing, setReviewing] = useState(false)
  if (reviewing) return <CreatePlanReview connection={connection} plan={edits} onClose={onClose} />
  return (
    <Drawer
      title="New usage plan"
      subtitle="which stages its keys may call, and how much"
      onClose={onClose}
      footer={
        <ReviewFooter
          why={edits.name?.trim() ? null : 'Give it a name first.'}
          onReview={() => setReviewing(true)}
          onCancel={onClose}
        />
      }
    >
      <LimitsForm plan={nothing} edits={edits} onEdits={setEdits} />
      <section aria-label="Stages" className="flex flex-col gap-1.5">
        <h3 className="text-ink-2 text-xs">Stages</h3>
        <StagesForm connection={connection} plan={nothing} edits={edits} onEdits={setEdits} />
      </section>
    </Drawer>
  )
}
