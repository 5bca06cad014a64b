import { useState } from 'react'
import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { Drawer } from '../ui/drawer'
import { NumberField } from '../ui/number-field'
import { ReviewFooter } from '../ui/review-footer'

interface RetireDrawerProps {
  connection: string
  view: KeyView
  onClose: () => void
}

/** Off now, deleted later: who still calls with it is noticed in between. */
export function RetireDrawer({ connection, view: { key }, onClose }: RetireDrawerProps) {
  const [days, setDays] = useState<number | null>(30)
  const [reviewing, setReviewing] = useState(false)
  const wrong = days === null || days < 0 || days > 365 ? '0 to 365 days.' : null
  if (reviewing)
    return (
      <ReviewDrawer
        id={`key/${connection}/${key.id}/retire`}
        title="Retire the key"
        write={(input) => client.keys.retire({ connection, keyId: key.id, deleteAfterDays: days ?? 0, ...input })}
        onClose={onClose}
      />
    )
  return (
    <Drawer
      title={`Retire ${key.name || key.id}`}
      subtitle="disabled now, deleted later: whoever still calls with it is noticed in between"
      onClose={onClose}
      footer={<ReviewFooter why={wrong} onReview={() => setReviewing(true)} onCancel={onClose} />}
    >
      <NumberField label="Deleted after" unit="days" value={days} onChange={setDays} error={wrong} />
    </Drawer>
  )
}
