import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { usePlainLink } from '../lib/plain-link'
import { Loading } from '../ui/skeleton'
import { SortableTh, Table, Th } from '../ui/table'
import { useWindowRows } from '../ui/use-window-rows'
import { FleetRow } from './fleet-row'
import { FleetRowSkeleton } from './fleet-row-skeleton'
import type { FleetStage, Sort, SortKey } from './fleet-stage'

interface FleetTableProps {
  stages: FleetStage[]
  favourites: ReadonlySet<string>
  range: TimeRange
  sort: Sort
  loading: boolean
  onSort: (sort: Sort) => void
}

/** `first` is the way a column is sorted by its first click: figures from the highest down. */
const columns: { key: SortKey; title: string; first: '' | '-'; right?: boolean; className: string }[] = [
  { key: 'api', title: 'API', first: '', className: 'lg:w-[15%]' },
  { key: 'stage', title: 'Stage', first: '', className: 'lg:w-[7.5%]' },
  { key: 'status', title: 'Status', first: '', className: 'lg:w-[17.5%]' },
  { key: 'deployment', title: 'Live deployment', first: '', className: 'max-md:hidden lg:w-[12%]' },
  { key: 'change', title: 'Last change', first: '', className: 'max-lg:hidden lg:w-[11.5%]' },
  { key: 'calls', title: 'Calls / min', first: '-', right: true, className: 'max-sm:hidden lg:w-[9%]' },
]

/** As drawn, in pixels: then nothing moves when a row is measured. */
const rowHeight = 52

export function FleetTable({ stages, favourites, range, sort, loading, onSort }: FleetTableProps) {
  const { ref, items, above, below, measure } = useWindowRows(
    stages.length,
    rowHeight,
    (index) => stages[index]?.key ?? '',
  )
  const onGo = usePlainLink()
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
      <Table aria-label="Stages" aria-rowcount={stages.length + 1} className="lg:table-fixed">
        <thead>
          <tr aria-rowindex={1}>
            <Th className="w-9">
              <span className="sr-only">Favourite</span>
            </Th>
            {columns.map(({ key, title, first, right = false, className }) => (
              <SortableTh key={key} {...sortable(key, first)} right={right} className={className}>
                {title}
              </SortableTh>
            ))}
            <Th className="max-md:hidden lg:w-[8%]">Calls</Th>
            <SortableTh {...sortable('errors', '-')} className="lg:w-[8%]">
              5XX
            </SortableTh>
            <SortableTh {...sortable('p99', '-')} className="max-md:hidden lg:w-[8%]">
              p99
            </SortableTh>
          </tr>
        </thead>
        <tbody ref={ref}>
          <Gap height={above} />
          {items.map(({ index, key }) => {
            const stage = stages[index]
            if (!stage) return null
            return (
              <FleetRow
                key={key}
                ref={measure}
                index={index}
                onGo={onGo}
                stage={stage}
                favourite={favourites.has(stage.key)}
                range={range}
              />
            )
          })}
          <Gap height={below} />
          {loading && stages.length === 0 && Array.from({ length: 9 }, (_, index) => <FleetRowSkeleton key={index} />)}
        </tbody>
      </Table>
    </>
  )
}

/** Stands for rows that aren't drawn. */
const Gap = ({ height }: { height: number }) => height > 0 && <tr aria-hidden style={{ height }} />
