import { cx } from '../ui/cx'

const dayRanges = [7, 30, 90, 365] as const

/** How many days of usage are shown; what is older than 90 is what Callboard kept itself. */
export const DaysPicker = ({ days, onDays }: { days: number; onDays: (days: number) => void }) => (
  <span role="group" aria-label="Days shown" className="border-line inline-flex overflow-hidden rounded-md border">
    {dayRanges.map((of) => (
      <button
        key={of}
        type="button"
        aria-pressed={of === days}
        onClick={() => onDays(of)}
        className={cx(
          'border-line border-l px-2 text-xs leading-5.5 first:border-l-0',
          of === days ? 'bg-accent-weak text-accent font-semibold' : 'text-ink-2 hover:bg-hover',
        )}
      >
        {of} d
      </button>
    ))}
  </span>
)
