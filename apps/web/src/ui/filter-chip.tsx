import type { ReactNode } from 'react'
import { cx } from './cx'
import { inkOf, weakOf, type Tone } from './tone'

interface FilterChipProps {
  tone: Tone
  pressed: boolean
  onToggle: () => void
  count?: number
  children: ReactNode
}

/** A filter that is on or off, with how many it would show. */
export function FilterChip({ tone, pressed, onToggle, count, children }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onToggle}
      className={cx(
        'inline-flex h-6.5 items-center gap-1.5 rounded-full border px-2.5 text-xs whitespace-nowrap transition-colors',
        inkOf[tone],
        pressed ? cx('border-current font-semibold', weakOf[tone]) : 'border-line bg-panel hover:border-line-strong',
      )}
    >
      {children}
      {count !== undefined && <span>{count}</span>}
    </button>
  )
}
