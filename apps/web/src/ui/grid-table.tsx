import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

/*
 * A table of boxes, for thousands of rows: each row is laid out and painted by itself, which the browser doesn't do for
 * the rows of a `<table>`. The roles say what the boxes are.
 */

const cell = 'min-w-0 px-1.5 sm:px-2 xl:px-2.5 first:pl-3 last:pr-3 sm:first:pl-3.5 sm:last:pr-3.5'
const head = 'text-ink-3 text-2xs font-semibold whitespace-nowrap'

export const GridCell = ({ className, ...rest }: ComponentProps<'div'>) => (
  <div role="cell" {...rest} className={cx(cell, className)} />
)

interface GridHeadProps {
  /** How the table is sorted by this column now; undefined where it can't be. */
  sorted?: 'ascending' | 'descending' | null
  onSort?: () => void
  /** For figures, which stand at the right. */
  right?: boolean
  className?: string
  children: ReactNode
}

export function GridHead({ sorted, onSort, right, className, children }: GridHeadProps) {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <div
      role="columnheader"
      aria-sort={onSort && (sorted ?? 'none')}
      className={cx(cell, head, right && 'text-right', className)}
    >
      {onSort ? (
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
      ) : (
        children
      )}
    </div>
  )
}
