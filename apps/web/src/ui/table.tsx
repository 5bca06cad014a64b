import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

export const Table = ({ className, ...rest }: ComponentProps<'table'>) => (
  <table {...rest} className={cx('w-full border-collapse text-left', className)} />
)

const head =
  'text-ink-3 border-line border-b px-1.5 sm:px-2 xl:px-2.5 text-2xs font-semibold whitespace-nowrap first:pl-3 last:pr-3 sm:first:pl-3.5 sm:last:pr-3.5'

export const Th = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th scope="col" {...rest} className={cx(head, 'h-8', className)} />
)

export const Td = ({ className, ...rest }: ComponentProps<'td'>) => (
  <td
    {...rest}
    className={cx(
      'border-line-soft border-b px-1.5 sm:px-2 xl:px-2.5 py-1.75 align-middle first:pl-3 last:pr-3 sm:first:pl-3.5 sm:last:pr-3.5 in-[tr:last-child]:border-b-0',
      className,
    )}
  />
)

interface SortableThProps {
  /** How the table is sorted by this column now. */
  sorted: 'ascending' | 'descending' | null
  onSort: () => void
  /** For figures, which stand at the right. */
  right?: boolean
  className?: string
  children: ReactNode
}

export function SortableTh({ sorted, onSort, right, className, children }: SortableThProps) {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={sorted ?? 'none'} className={cx(head, 'h-8', right && 'text-right', className)}>
      <button
        type="button"
        onClick={onSort}
        className={cx(
          'group hover:text-ink -mx-1 inline-flex items-center gap-1 rounded-sm px-1 py-1',
          right && 'flex-row-reverse',
        )}
      >
        {children}
        <Arrow size={12} aria-hidden className={sorted ? 'text-accent' : 'opacity-0 group-hover:opacity-60'} />
      </button>
    </th>
  )
}
