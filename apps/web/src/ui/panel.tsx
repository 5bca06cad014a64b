import { useId, type ReactNode } from 'react'
import { cx } from './cx'

export interface PanelProps {
  title?: ReactNode
  /** What the title needs to be understood, such as a period and a statistic. */
  note?: ReactNode
  actions?: ReactNode
  /** Without padding, for tables. */
  flush?: boolean
  className?: string
  children: ReactNode
}

export function Panel({ title, note, actions, flush, className, children }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cx('bg-panel border-line min-w-0 rounded-lg border', className)}
    >
      {title && (
        <header className="flex min-h-11 flex-wrap items-center gap-x-2 px-3.5 py-1.5">
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          {note && <span className="text-ink-3 text-xs">{note}</span>}
          {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : cx('px-3.5 pb-3.5', !title && 'pt-3.5')}>{children}</div>
    </section>
  )
}
