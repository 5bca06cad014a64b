import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { keySorts, keyStates, type KeyFilter } from '../../keys/key-filter'
import { KeysPage } from '../../keys/keys-page'

export const Route = createFileRoute('/_app/c/$connection/keys/')({
  validateSearch: z.object({
    q: z.string().max(200).optional().catch(undefined),
    state: z.enum(keyStates).optional().catch(undefined),
    plan: z.string().max(64).optional().catch(undefined),
    sort: z.enum(keySorts).optional().catch(undefined),
  }),
  component: Keys,
})

function Keys() {
  const { connection } = Route.useParams()
  const { q = '', state, plan, sort = 'name' } = Route.useSearch()
  const navigate = Route.useNavigate()
  const filter: KeyFilter = { text: q, state, planId: plan }
  const onFilter = (change: Partial<KeyFilter>) => {
    const { text, state: inState, planId } = { ...filter, ...change }
    void navigate({
      search: (search) => ({ ...search, q: text || undefined, state: inState, plan: planId }),
      replace: true,
    })
  }
  return (
    <KeysPage
      connection={connection}
      filter={filter}
      sort={sort}
      onFilter={onFilter}
      onSort={(next) => void navigate({ search: (search) => ({ ...search, sort: next }), replace: true })}
    />
  )
}
