import { useState } from 'react'
import type { KeyView, MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { Drawer } from '../ui/drawer'
import { NumberField } from '../ui/number-field'
import { ReviewFooter } from '../ui/review-footer'

interface RotateDrawerProps {
  connection: string
  view: KeyView
  onMade: (made: MadeKey) => void
  onClose: () => void
}

const steps = [
  'A new key with the same tags and plans; its value is shown once.',
  'AWS’s gateways come to know it: a call with it, or two minutes.',
  'Both are valid: hand the new value over, callers move.',
  'Once nobody called with the old key for an hour, it is disabled.',
  'It is deleted for good. Until then it can be enabled again.',
]

/** Says how long the steps of a rotation take, then reviews it. */
export function RotateDrawer({ connection, view: { key }, onMade, onClose }: RotateDrawerProps) {
  const [overlapHours, setOverlap] = useState<number | null>(72)
  const [deleteAfterDays, setDelete] = useState<number | null>(14)
  const [reviewing, setReviewing] = useState(false)
  const wrong = (value: number | null, most: number) =>
    value === null || value < 0 || value > most ? `0 to ${most.toLocaleString('en')}.` : null
  const why = wrong(overlapHours, 24 * 90) ?? wrong(deleteAfterDays, 365)
  if (reviewing)
    return (
      <ReviewDrawer
        id={`key/${connection}/${key.id}/rotate`}
        title="Rotate the key"
        write={async (input) => {
          const rotation = { overlapHours: overlapHours ?? 0, deleteAfterDays: deleteAfterDays ?? 0 }
          const { plan, change, made } = await client.keys.rotate({ connection, keyId: key.id, rotation, ...input })
          if (made) onMade(made)
          return { plan, change }
        }}
        onClose={onClose}
      />
    )
  return (
    <Drawer
      title={`Rotate ${key.name || key.id}`}
      subtitle="one key in the place of another, with no call refused"
      onClose={onClose}
      footer={<ReviewFooter why={why} onReview={() => setReviewing(true)} onCancel={onClose} />}
    >
      <ol className="text-ink-2 m-0 flex list-decimal flex-col gap-1 pl-5 text-sm">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <NumberField
        label="Both are valid for at least"
        unit="hours"
        value={overlapHours}
        onChange={setOverlap}
        error={wrong(overlapHours, 24 * 90)}
      />
      <NumberField
        label="The old key stays disabled for"
        unit="days"
        value={deleteAfterDays}
        onChange={setDelete}
        error={wrong(deleteAfterDays, 365)}
      />
    </Drawer>
  )
}
