import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CircleSlash,
  CircleX,
  LoaderCircle,
  PieChart,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { inkOf, type Tone } from './tone'

const icons = {
  ok: CircleCheck,
  bad: CircleAlert,
  failed: CircleX,
  warn: TriangleAlert,
  canary: PieChart,
  changing: LoaderCircle,
  pending: CircleDashed,
  off: CircleMinus,
  unknown: CircleHelp,
  settled: CircleSlash,
} satisfies Record<string, LucideIcon>

export type StatusIcon = keyof typeof icons

/** An icon and a word: never colour alone. */
export function Status({ icon, tone, children }: { icon: StatusIcon; tone: Tone; children: ReactNode }) {
  const Icon = icons[icon]
  return (
    <span className={cx('inline-flex items-center gap-1.5 sm:whitespace-nowrap', inkOf[tone])}>
      <Icon size={14} strokeWidth={2.2} aria-hidden className={cx('shrink-0', icon === 'changing' && 'animate-spin')} />
      <span>{children}</span>
    </span>
  )
}
