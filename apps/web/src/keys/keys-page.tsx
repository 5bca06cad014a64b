import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SearchCheck } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { KeyList } from '@callboard/shared-types/keys/keys.schemas'
import { api } from '../lib/api'
import { plural } from '../lib/format'
import { useDraft } from '../lib/use-draft'
import { Button, buttonClass } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { AsOf } from '../ui/when'
import { filterKeys, sortKeys, subjectOf, type KeyFilter, type KeySort } from './key-filter'
import { KeysTable } from './keys-table'
import { KeysToolbar } from './keys-toolbar'

interface KeysPageProps {
  connection: string
  filter: KeyFilter
  sort: KeySort
  onFilter: (change: Partial<KeyFilter>) => void
  onSort: (sort: KeySort) => void
  /** What can be done, above the list. */
  acts: ReactNode
}

const everyMs = 30_000
/** While some plans' keys aren't read yet, they are fetched as they come. */
const pendingMs = 2_000
const noKeys: KeyList['items'] = []
const noPlans: KeyList['plans'] = []

/** Every API key of an account and region. */
export function KeysPage({ connection, filter, sort, onFilter, onSort, acts }: KeysPageProps) {
  useTitle('API keys')
  const { data, error, isPending, refetch } = useQuery(
    api.keys.list.queryOptions({
      input: { connection },
      refetchInterval: ({ state }) => (state.data?.plansPending ? pendingMs : everyMs),
    }),
  )
  const { items = noKeys, plans = noPlans } = data ?? {}
  const { text, type, settle } = useDraft(filter.text, (next) => onFilter({ text: next }))
  const planNames = useMemo(() => new Map(plans.map(({ id, name }) => [id, name])), [plans])
  const sorted = useMemo(
    () =>
      sortKeys(
        items.map((key) => subjectOf(key, planNames)),
        sort,
      ),
    [items, planNames, sort],
  )
  const { state, planId } = filter
  const besides = useMemo(() => filterKeys(sorted, { text, planId }), [sorted, text, planId])
  const shown = useMemo(() => filterKeys(besides, { text: '', state }), [besides, state])
  return (
    <>
      <PageHead
        title="API keys"
        note={
          data && (
            <>
              <span>
                {shown.length < items.length && `${shown.length} of `}
                {plural(items.length, 'key')}
              </span>
              · <AsOf at={data.asOf} />
              {data.plansPending > 0 && (
                <span role="status">· reading who is in {plural(data.plansPending, 'plan')}…</span>
              )}
            </>
          )
        }
      >
        <Link to="/c/$connection/why" params={{ connection }} className={buttonClass('plain', 'normal')}>
          <SearchCheck size={14} aria-hidden /> Why 403?
        </Link>
        {acts}
      </PageHead>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {(data || isPending) && (
        <>
          <KeysToolbar
            keys={besides}
            plans={plans}
            plansKnown={data?.plansPending === 0}
            text={text}
            filter={filter}
            onType={type}
            onSettle={settle}
            onFilter={onFilter}
          />
          <Panel flush>
            <KeysTable
              connection={connection}
              keys={shown}
              planNames={planNames}
              plansKnown={data?.plansPending === 0}
              sort={sort}
              onSort={onSort}
              loading={isPending}
            />
            {data && shown.length === 0 && <Nothing any={items.length > 0} onClear={() => onFilter(cleared)} />}
          </Panel>
        </>
      )}
    </>
  )
}

const cleared: KeyFilter = { text: '', state: undefined, planId: undefined }

const Nothing = ({ any, onClear }: { any: boolean; onClear: () => void }) =>
  any ? (
    <Empty title="No key matches the filter">
      <Button className="mt-2" onClick={onClear}>
        Clear the filter
      </Button>
    </Empty>
  ) : (
    <Empty title="No API keys yet">
      <p>Hand one out: it names who calls, and its usage plan says how much.</p>
    </Empty>
  )
