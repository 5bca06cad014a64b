import { createFileRoute } from '@tanstack/react-router'
import { FileUp, Plus } from 'lucide-react'
import { useState } from 'react'
import * as v from 'valibot'
import { searchParams, textUpTo } from '../../lib/search'
import type { MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import { useWhyNot } from '../../lib/why-not'
import { Button } from '../../ui/button'
import { keySorts, keyStates, type KeyFilter } from '../../keys/key-filter'
import { ImportDrawer } from '../../keys/import-drawer'
import { NewKeyDrawer } from '../../keys/new-key-drawer'
import { ValueDialog } from '../../keys/value-dialog'
import { KeysPage } from '../../keys/keys-page'

export const Route = createFileRoute('/_app/c/$connection/keys/')({
  validateSearch: searchParams({
    q: textUpTo(200),
    state: v.picklist(keyStates),
    plan: textUpTo(64),
    sort: v.picklist(keySorts),
    new: v.boolean(),
    import: v.boolean(),
  }),
  component: Keys,
})

function Keys() {
  const { connection } = Route.useParams()
  const { q = '', state, plan, sort = 'name', new: making, import: importing } = Route.useSearch()
  const navigate = Route.useNavigate()
  const [made, setMade] = useState<MadeKey | null>(null)
  const whyNot = useWhyNot(connection, ['apigateway:POST'], 'Making a key')
  const open = (next: 'new' | 'import' | null) =>
    void navigate({
      search: (search) => ({ ...search, new: next === 'new' || undefined, import: next === 'import' || undefined }),
    })
  const filter: KeyFilter = { text: q, state, planId: plan }
  const onFilter = (change: Partial<KeyFilter>) => {
    const { text, state: inState, planId } = { ...filter, ...change }
    void navigate({
      search: (search) => ({ ...search, q: text || undefined, state: inState, plan: planId }),
      replace: true,
    })
  }
  return (
    <>
      <KeysPage
        connection={connection}
        filter={filter}
        sort={sort}
        onFilter={onFilter}
        onSort={(next) => void navigate({ search: (search) => ({ ...search, sort: next }), replace: true })}
        acts={
          <>
            <Button why={whyNot} onClick={() => open('import')}>
              <FileUp size={14} aria-hidden /> Import…
            </Button>
            <Button look="primary" why={whyNot} onClick={() => open('new')}>
              <Plus size={14} aria-hidden /> New key…
            </Button>
          </>
        }
      />
      {making && <NewKeyDrawer connection={connection} onMade={setMade} onClose={() => open(null)} />}
      {importing && <ImportDrawer connection={connection} onClose={() => open(null)} />}
      {made && (
        <ValueDialog title="The key is made" value={made.value} tryIt={made.tryIt} onClose={() => setMade(null)} />
      )}
    </>
  )
}
