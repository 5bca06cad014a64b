import { usePlainLink } from '../lib/plain-link'
import { cx } from '../ui/cx'
import { GridCell, GridHead } from '../ui/grid-table'
import { Loading, Skeleton } from '../ui/skeleton'
import { useWindowRows } from '../ui/use-window-rows'
import type { KeySort, KeySubject } from './key-filter'
import { KeyTableRow } from './key-table-row'
import { keyColumns, keyGrid, keyRowHeight } from './key-columns'

interface KeysTableProps {
  connection: string
  keys: KeySubject[]
  planNames: Map<string, string>
  /** False while it isn't known of every plan who is in it. */
  plansKnown: boolean
  sort: KeySort
  loading: boolean
  onSort: (sort: KeySort) => void
}

export function KeysTable({ connection, keys, planNames, plansKnown, sort, loading, onSort }: KeysTableProps) {
  const { ref, items, top, height } = useWindowRows(keys.length, keyRowHeight, (index) => keys[index]?.key.id ?? '')
  const onGo = usePlainLink()
  return (
    <>
      {loading && <Loading what="the API keys" />}
      <div role="table" aria-label="API keys" aria-rowcount={keys.length + 1}>
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={cx(keyGrid, 'border-line h-8 items-center border-b')}>
            {keyColumns.map(({ key, title, className }) => (
              <GridHead
                key={title}
                className={className}
                {...(key && {
                  sorted: sort === key ? ('ascending' as const) : sort === `-${key}` ? ('descending' as const) : null,
                  onSort: () => onSort(sort === key ? `-${key}` : key),
                })}
              >
                {title}
              </GridHead>
            ))}
          </div>
        </div>
        <div role="rowgroup" ref={ref} className="relative" style={{ height }}>
          {items.map(({ index, key, start }) => {
            const subject = keys[index]
            return (
              subject && (
                <KeyTableRow
                  key={key}
                  index={index}
                  top={start - top}
                  connection={connection}
                  row={subject.key}
                  planNames={planNames}
                  plansKnown={plansKnown}
                  onGo={onGo}
                />
              )
            )
          })}
        </div>
        {loading && <SkeletonRows />}
      </div>
    </>
  )
}

const SkeletonRows = () => (
  <div role="rowgroup">
    {Array.from({ length: 9 }, (_, row) => (
      <div key={row} role="row" className={cx(keyGrid, 'border-line-soft h-12 items-center border-b last:border-b-0')}>
        {keyColumns.map(({ title, className }) => (
          <GridCell key={title} className={className}>
            <Skeleton className="h-4 w-4/5" />
          </GridCell>
        ))}
      </div>
    ))}
  </div>
)
