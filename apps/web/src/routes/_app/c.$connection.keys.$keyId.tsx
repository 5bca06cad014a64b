import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import * as v from 'valibot'
import { searchParams } from '../../lib/search'
import type { MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import { keyActs, type KeyAct } from '../../keys/key-act'
import { KeyPage } from '../../keys/key-page'
import { EditKeyDrawer, RemoveReview, RevealReview, SwitchReview } from '../../keys/key-reviews'
import { ExpireDrawer } from '../../keys/expire-drawer'
import { RetireDrawer } from '../../keys/retire-drawer'
import { RotateDrawer } from '../../keys/rotate-drawer'
import { ValueDialog } from '../../keys/value-dialog'

export const Route = createFileRoute('/_app/c/$connection/keys/$keyId')({
  validateSearch: searchParams({ act: v.picklist(keyActs) }),
  component: Key,
})

function Key() {
  const { connection, keyId } = Route.useParams()
  const { act } = Route.useSearch()
  const navigate = Route.useNavigate()
  const [value, setValue] = useState<string | null>(null)
  const [made, setMade] = useState<MadeKey | null>(null)
  const open = (next: KeyAct | undefined) => void navigate({ search: (search) => ({ ...search, act: next }) })
  const close = () => open(undefined)
  return (
    <KeyPage connection={connection} keyId={keyId} onAct={open}>
      {(view) => (
        <>
          {act === 'edit' && <EditKeyDrawer connection={connection} view={view} onClose={close} />}
          {act === 'switch' && <SwitchReview connection={connection} view={view} onClose={close} />}
          {act === 'reveal' && <RevealReview connection={connection} view={view} onValue={setValue} onClose={close} />}
          {act === 'remove' && (
            <RemoveReview
              connection={connection}
              view={view}
              onGone={() => void navigate({ to: '/c/$connection/keys', params: { connection } })}
              onClose={close}
            />
          )}
          {act === 'rotate' && <RotateDrawer connection={connection} view={view} onMade={setMade} onClose={close} />}
          {act === 'expire' && <ExpireDrawer connection={connection} view={view} onClose={close} />}
          {act === 'retire' && <RetireDrawer connection={connection} view={view} onClose={close} />}
          {made && (
            <ValueDialog
              title="The new key is made"
              value={made.value}
              tryIt={made.tryIt}
              onClose={() => setMade(null)}
            />
          )}
          {value !== null && (
            <ValueDialog
              title={`The value of ${view.key.name || view.key.id}`}
              value={value}
              tryIt={null}
              onClose={() => setValue(null)}
            />
          )}
        </>
      )}
    </KeyPage>
  )
}
