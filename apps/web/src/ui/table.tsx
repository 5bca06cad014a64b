import type { ComponentProps } from 'react'
import { cx } from './cx'

export const Table = ({ className, ...rest }: ComponentProps<'table'>) => (
  <table {...rest} className={cx('w-full border-collapse text-left', className)} />
)

const head =
  'text-ink-3 border-line border-b px-1.5 sm:px-2 xl:px-2.5 text-2xs font-semibold whitespace-nowrap first:pl-3 last:pr-3 sm:first:pl-3.5 sm:last:pr-3.5'

export const Th = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th scope="col" {...rest} className={cx(head, 'h-8', className)} />
)

const cell =
  'border-line-soft border-b px-1.5 sm:px-2 xl:px-2.5 py-1.75 align-middle first:pl-3 last:pr-3 sm:first:pl-3.5 sm:last:pr-3.5 in-[tr:last-child]:border-b-0'

export const Td = ({ className, ...rest }: ComponentProps<'td'>) => <td {...rest} className={cx(cell, className)} />

/** Names its row. */
export const RowHead = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th scope="row" {...rest} className={cx(cell, 'font-normal', className)} />
)
