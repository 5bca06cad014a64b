import { memo } from 'react'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { usePlainLink } from '../lib/plain-link'
import { cx } from '../ui/cx'
import { GridHead } from '../ui/grid-table'
import { Loading } from '../ui/skeleton'
import { useWindowRows } from '../ui/use-window-rows'
import { fleetColumns, fleetGrid, rowHeight, type FleetColumn } from './fleet-columns'
import { FleetRow } from './fleet-row'
import { FleetRowSkeleton } from './fleet-row-skeleton'
import type { FleetStage, Sort } from './fleet-stage'

interface FleetTableProps {
  stages: FleetStage[]
  favourites: ReadonlySet<string>
  range: TimeRange
  sort: Sort
  loading: boolean
  onSort: (sort: Sort) => void
}

/** Stands still while the rows scroll. */
const FleetHead = memo(function FleetHead({ sort, onSort }: Pick<FleetTableProps, 'sort' | 'onSort'>) {
  const sortable = ({ key, downFirst = false }: FleetColumn) => {
    if (!key) return {}
    const down = sort === `-${key}`
    const up = sort === key
    return {
      sorted: down ? ('descending' as const) : up ? ('ascending' as const) : null,
      onSort: () => onSort(up || (downFirst && !down) ? `-${key}` : key),
    }
  }
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={cx(fleetGrid, 'border-line h-8 items-center border-b')}>
        <GridHead>
          <span className="sr-only">Favourite</span>
        </GridHead>
        {fleetColumns.map((column) => (
          <GridHead key={column.title} {...sortable(column)} right={column.right} className={column.className}>
            {column.title}
          </GridHead>
        ))}
      </div>
    </div>
  )
})

export function FleetTable({ stages, favourites, range, sort, loading, onSort }: FleetTableProps) {
  const { ref, items, top, height } = useWindowRows(stages.length, rowHeight, (index) => stages[index]?.key ?? '')
  const onGo = usePlainLink()
  return (
    <>
      {loading && <Loading what="the fleet" />}
      <div role="table" aria-label="Stages" aria-rowcount={stages.length + 1}>
        <FleetHead sort={sort} onSort={onSort} />
        <div role="rowgroup" ref={ref} className="relative" style={{ height }}>
          {items.map(({ index, key, start }) => {
            const stage = stages[index]
            if (!stage) return null
            return (
              <FleetRow
                key={key}
                index={index}
                top={start - top}
                onGo={onGo}
                stage={stage}
                favourite={favourites.has(stage.key)}
                range={range}
              />
            )
          })}
        </div>
        {loading && stages.length === 0 && (
          <div role="rowgroup">
            {Array.from({ length: 9 }, (_, index) => (
              <FleetRowSkeleton key={index} />
            ))}
          </div>
        )}
      </div>
    </>
  )
}
