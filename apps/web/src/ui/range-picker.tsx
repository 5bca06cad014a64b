import { Link } from '@tanstack/react-router'
import { rangeMs, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { cx } from './cx'

const ranges = Object.keys(rangeMs) as TimeRange[]
const spoken = { '1h': 'Last hour', '3h': 'Last 3 hours', '12h': 'Last 12 hours', '24h': 'Last 24 hours' } as const

/** The span of all charts of the page, up to now. */
export const RangePicker = ({ range }: { range: TimeRange }) => (
  <nav
    aria-label="Time range"
    className="border-line bg-panel flex h-6.5 items-stretch overflow-hidden rounded-md border text-xs"
  >
    {ranges.map((option) => (
      <Link
        key={option}
        to="."
        search={(search) => ({ ...search, range: option })}
        replace
        aria-label={spoken[option]}
        aria-current={option === range ? 'true' : undefined}
        title={spoken[option]}
        className={cx(
          'border-line grid place-items-center border-l px-2 -outline-offset-2 first:border-l-0',
          option === range ? 'bg-accent-weak text-accent font-semibold' : 'text-ink-2 hover:bg-hover',
        )}
      >
        {option}
      </Link>
    ))}
  </nav>
)
