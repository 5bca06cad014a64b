import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { Loading } from '../ui/skeleton'
import { SortableTh, Table } from '../ui/table'
import { FleetRow } from './fleet-row'
import { FleetRowSkeleton } from './fleet-row-skeleton'
import type { FleetStage, Sort, SortKey } from './fleet-stage'

interface FleetTableProps {
  stages: FleetStage[]
  range: TimeRange
  sort: Sort
  loading: boolean
  onSort: (sort: Sort) => void
}

/** `first` is the way a column is sorted by its first click: figures from the highest down. */
const columns: { key: SortKey; title: string; first: '' | '-'; right?: boolean; className?: string }[] = [
  { key: 'api', title: 'API', first: '' },
  { key: 'stage', title: 'Stage', first: '' },
  { key: 'status', title: 'Status', first: '' },
  { key: 'deployment', title: 'Live deployment', first: '', className: 'max-md:hidden' },
  { key: 'change', title: 'Last change', first: '', className: 'max-lg:hidden' },
  { key: 'calls', title: 'Calls / min', first: '-', right: true, className: 'max-sm:hidden' },
]

export function FleetTable({ stages, range, sort, loading, onSort }: FleetTableProps) {
  const sortable = (key: SortKey, first: '' | '-') => {
    const down = sort === `-${key}`
    return {
      sorted: down ? ('descending' as const) : sort === key ? ('ascending' as const) : null,
      onSort: () => onSort(sort === `${first}${key}` ? (first ? key : `-${key}`) : `${first}${key}`),
    }
  }
  return (
    <>
      {loading && <Loading what="the fleet" />}
      <Table aria-label="Stages">
        <thead>
          <tr>
            {columns.map(({ key, title, first, right = false, className }) => (
              <SortableTh key={key} {...sortable(key, first)} right={right} className={className ?? ''}>
                {title}
              </SortableTh>
            ))}
            <th scope="col" className="text-ink-3 text-2xs border-line border-b px-2.5 font-semibold max-md:hidden">
              Calls
            </th>
            <SortableTh {...sortable('errors', '-')}>5XX</SortableTh>
            <SortableTh {...sortable('p99', '-')} className="max-md:hidden">
              p99
            </SortableTh>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <FleetRow key={`${stage.connection}/${stage.row.apiId}/${stage.row.stage}`} stage={stage} range={range} />
          ))}
          {loading && stages.length === 0 && Array.from({ length: 9 }, (_, index) => <FleetRowSkeleton key={index} />)}
        </tbody>
      </Table>
    </>
  )
}
