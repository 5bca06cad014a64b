import { useState } from 'react'
import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { Drawer } from '../ui/drawer'
import { ReviewFooter } from '../ui/review-footer'
import { KeyForm, type KeyFields } from './key-form'

interface OfKey {
  connection: string
  view: KeyView
  onClose: () => void
}

/** Lets it in again, or no longer. */
export const SwitchReview = ({ connection, view: { key }, onClose }: OfKey) => (
  <ReviewDrawer
    id={`key/${connection}/${key.id}/switch`}
    title={key.enabled ? 'Disable the key' : 'Enable the key'}
    write={(input) => client.keys.save({ connection, keyId: key.id, edits: { enabled: !key.enabled }, ...input })}
    onClose={onClose}
  />
)

export const RemoveReview = ({ connection, view: { key }, onGone, onClose }: OfKey & { onGone: () => void }) => (
  <ReviewDrawer
    id={`key/${connection}/${key.id}/remove`}
    title="Delete the key"
    write={async (input) => {
      const result = await client.keys.remove({ connection, keyId: key.id, ...input })
      if (result.change?.status === 'done') onGone()
      return result
    }}
    onClose={onClose}
  />
)

export const RevealReview = ({
  connection,
  view: { key },
  onValue,
  onClose,
}: OfKey & { onValue: (value: string) => void }) => (
  <ReviewDrawer
    id={`key/${connection}/${key.id}/reveal`}
    title="Reveal the value"
    write={async (input) => {
      const { plan, change, value } = await client.keys.reveal({ connection, keyId: key.id, ...input })
      if (value) onValue(value)
      return { plan, change }
    }}
    onClose={onClose}
  />
)

const fieldsOf = ({ key, description }: KeyView): KeyFields => ({
  name: key.name,
  owner: key.owner ?? '',
  email: key.email ?? '',
  description,
  planIds: key.planIds,
})

/** Only what differs from the key as it is. */
function editsOf(before: KeyFields, after: KeyFields) {
  const tags = (['owner', 'email'] as const).filter((name) => after[name].trim() !== before[name])
  const set = tags.filter((name) => after[name].trim())
  return {
    ...(after.name.trim() !== before.name && { name: after.name.trim() }),
    ...(after.description.trim() !== before.description && { description: after.description.trim() }),
    setTags: Object.fromEntries(set.map((name) => [name, after[name].trim()])),
    removeTags: tags.filter((name) => !after[name].trim()),
    addPlans: after.planIds.filter((id) => !before.planIds.includes(id)),
    removePlans: before.planIds.filter((id) => !after.planIds.includes(id)),
  }
}

/** A form over the key as it is, then the review of what differs. */
export function EditKeyDrawer({ connection, view, onClose }: OfKey) {
  const [before] = useState(() => fieldsOf(view))
  const [fields, setFields] = useState(before)
  const [reviewing, setReviewing] = useState(false)
  const { key } = view
  if (reviewing)
    return (
      <ReviewDrawer
        id={`key/${connection}/${key.id}/edit`}
        title="Change the key"
        write={(input) => client.keys.save({ connection, keyId: key.id, edits: editsOf(before, fields), ...input })}
        onClose={onClose}
      />
    )
  return (
    <Drawer
      title={`Edit ${key.name || key.id}`}
      onClose={onClose}
      footer={<ReviewFooter onReview={() => setReviewing(true)} onCancel={onClose} />}
    >
      <KeyForm connection={connection} fields={fields} onFields={setFields} />
    </Drawer>
  )
}
