import { cx } from '../ui/cx'
import { Skeleton } from '../ui/skeleton'
import { Td } from '../ui/table'

const cells = [
  { size: 'w-4' },
  { size: 'w-32 max-xl:h-8' },
  { size: 'w-10' },
  { size: 'w-24' },
  { size: 'w-24', className: 'max-md:hidden' },
  { size: 'w-28', className: 'max-lg:hidden' },
  { size: 'w-10', className: 'text-right max-sm:hidden' },
  { size: 'w-16 h-6 xl:w-23', className: 'max-md:hidden' },
  { size: 'w-14 h-6 sm:w-16 xl:w-23' },
  { size: 'w-16 h-6 xl:w-23', className: 'max-md:hidden' },
]

export const FleetRowSkeleton = () => (
  <tr>
    {cells.map(({ size, className }, index) => (
      <Td key={index} className={className}>
        <Skeleton className={cx('h-4 max-w-full', size)} />
      </Td>
    ))}
  </tr>
)
