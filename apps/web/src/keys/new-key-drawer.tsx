import { useState } from 'react'
import { valueProblem } from '@callboard/shared-types/keys/key-rules'
import type { MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { Drawer } from '../ui/drawer'
import { ReviewFooter } from '../ui/review-footer'
import { Switch } from '../ui/switch'
import { TextField } from '../ui/text-field'
import { KeyForm, type KeyFields } from './key-form'

const nothing: KeyFields = { name: '', owner: '', email: '', description: '', planIds: [] }

interface NewKeyDrawerProps {
  connection: string
  /** Its value is in it: shown once, kept nowhere. */
  onMade: (made: MadeKey) => void
  onClose: () => void
}

/** Says whose the key is and what it opens, then reviews it. */
export function NewKeyDrawer({ connection, onMade, onClose }: NewKeyDrawerProps) {
  const [fields, setFields] = useState(nothing)
  const [own, setOwn] = useState<string | null>(null)
  const [reviewing, setReviewing] = useState(false)
  const wrong = own === null || own === '' ? null : valueProblem(own)
  if (reviewing)
    return (
      <ReviewDrawer
        id={`key/${connection}/new`}
        title="Make an API key"
        write={async (input) => {
          const { plan, change, made } = await client.keys.create({
            connection,
            key: { ...fields, ...(own !== null && { value: own }) },
            ...input,
          })
          if (made) onMade(made)
          // Without the value: what a review answers is kept a while.
          return { plan, change }
        }}
        onClose={onClose}
      />
    )
  return (
    <Drawer
      title="New API key"
      subtitle="its value is shown once, at the end"
      onClose={onClose}
      footer={
        <ReviewFooter
          why={
            fields.name.trim() ? (own === '' ? 'Type the value, or have one made.' : wrong) : 'Give it a name first.'
          }
          onReview={() => setReviewing(true)}
          onCancel={onClose}
        />
      }
    >
      <KeyForm connection={connection} fields={fields} onFields={setFields} />
      <Switch
        label="Value"
        checked={own !== null}
        onChange={(on) => setOwn(on ? '' : null)}
        words={['one of your own', 'Callboard makes one of 40 characters']}
      />
      {own !== null && (
        <TextField
          label="Your value"
          type="password"
          value={own}
          onChange={(event) => setOwn(event.target.value)}
          error={wrong}
          hint="20 to 128 characters, as it will stand in the header x-api-key"
          autoComplete="off"
          className="w-full font-mono text-xs"
        />
      )}
    </Drawer>
  )
}
