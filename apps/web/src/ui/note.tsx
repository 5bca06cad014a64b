import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

const looks = {
  info: { icon: Info, className: 'border-line bg-sunken text-ink-2' },
  warn: { icon: TriangleAlert, className: 'border-transparent bg-warn-weak text-warn' },
  bad: { icon: CircleAlert, className: 'border-transparent bg-bad-weak text-bad' },
}

export interface NoteProps {
  look?: keyof typeof looks
  /** Read out as soon as it appears. */
  alert?: boolean
  children: ReactNode
}

export function Note({ look = 'info', alert, children }: NoteProps) {
  const { icon: Icon, className } = looks[look]
  return (
    <div role={alert ? 'alert' : undefined} className={cx('flex gap-2 rounded-md border px-3 py-2 text-sm', className)}>
      <Icon size={15} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
    </div>
  )
}
