import { cx } from './cx'

interface GaugeProps {
  /** Of what it is the measure. */
  label: string
  used: number
  of: number
  /** What a screen reader is told instead of the bare number. */
  text: string
  className?: string
}

/** How much of a whole is used: calm, then warning from three quarters on. */
export function Gauge({ label, used, of, text, className }: GaugeProps) {
  const part = of > 0 ? Math.min(used / of, 1) : 0
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={Math.min(used, of)}
      aria-valuetext={text}
      className={cx('bg-line inline-block h-1.5 overflow-hidden rounded-full align-middle', className)}
    >
      <i
        className={cx(
          'block h-full rounded-full transition-[width] duration-300',
          part >= 1 ? 'bg-bad' : part >= 0.75 ? 'bg-warn' : 'bg-accent',
        )}
        style={{ width: `${part * 100}%` }}
      />
    </span>
  )
}
