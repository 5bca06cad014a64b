import { cx } from '../ui/cx'
import { GridCell } from '../ui/grid-table'
import { Skeleton } from '../ui/skeleton'
import { fleetColumns, fleetGrid } from './fleet-columns'

const sizes = [
  'w-32 h-8',
  'w-10',
  'w-24',
  'w-24',
  'w-28',
  'w-10',
  'h-6 w-16 xl:w-23',
  'h-6 w-14 sm:w-16 xl:w-23',
  'h-6 w-16 xl:w-23',
]

export const FleetRowSkeleton = () => (
  <div role="row" className={cx(fleetGrid, 'border-line-soft h-13 items-center border-b last:border-b-0')}>
    <GridCell>
      <Skeleton className="h-4 w-4" />
    </GridCell>
    {fleetColumns.map(({ title, right, className }, index) => (
      <GridCell key={title} className={cx(right && 'text-right', className)}>
        <Skeleton className={cx('max-w-full', sizes[index]!.includes('h-') ? '' : 'h-4', sizes[index])} />
      </GridCell>
    ))}
  </div>
)
