import { Link, useNavigate } from '@tanstack/react-router'
import { CalendarClock, Pause, Play, ZoomOut } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { defaultRange, rangeBetween, seeRange, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { usePreferences } from '../lib/preferences'
import { rangeInWords, sentence } from '../lib/range'
import { worldClock } from '../lib/world-clock'
import { Button } from './button'
import { cx } from './cx'

const RangePopover = lazy(() => import('./range-popover'))

const quick: TimeRange[] = ['1h', '3h', '12h', '24h', '7d']

const segment = 'border-line grid place-items-center border-l px-2 -outline-offset-2 first:border-l-0'
const lookOf = (chosen: boolean) => (chosen ? 'bg-accent-weak text-accent font-semibold' : 'text-ink-2 hover:bg-hover')

interface RangePickerProps {
  range: TimeRange
  /** Whether what is shown goes on by itself. */
  live: boolean
}

/** The span of all charts of the page; it stands in the address. */
export function RangePicker({ range, live }: RangePickerProps) {
  const { zone } = usePreferences()
  const navigate = useNavigate()
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<Element | null>(null)
  const custom = !quick.includes(range)
  const choose = (next: TimeRange) => {
    setAnchor(null)
    void navigate({ to: '.', search: (search) => ({ ...search, range: next }) })
  }
  const setRefresh = (refresh: 'off' | undefined) =>
    void navigate({ to: '.', search: (search) => ({ ...search, refresh }), replace: true })
  return (
    <div className="flex items-center gap-1">
      <nav
        aria-label="Time range"
        className="border-line bg-panel flex h-6.5 items-stretch overflow-hidden rounded-md border text-xs"
      >
        {quick.map((option) => (
          <Link
            key={option}
            to="."
            search={(search) => ({ ...search, range: option })}
            replace
            aria-label={sentence(rangeInWords(option, zone))}
            aria-current={option === range ? 'true' : undefined}
            title={sentence(rangeInWords(option, zone))}
            className={cx(segment, lookOf(option === range))}
          >
            {option}
          </Link>
        ))}
        <button
          ref={button}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          aria-label={custom ? `Time range: ${rangeInWords(range, zone)}; choose another` : 'Another time range'}
          title="Another time range"
          className={cx(segment, lookOf(custom))}
          onClick={() => setAnchor(button.current)}
        >
          <span className="flex items-center gap-1.5">
            <CalendarClock size={13} aria-hidden />
            {custom && <span className="max-w-56 truncate">{rangeInWords(range, zone)}</span>}
          </span>
        </button>
      </nav>
      <Suspense>
        {anchor && <RangePopover anchor={anchor} range={range} onChoose={choose} onClose={() => setAnchor(null)} />}
      </Suspense>
      <Button
        size="small"
        look="quiet"
        aria-label="Zoom out"
        title="Zoom out to twice the time"
        onClick={() => choose(twice(range))}
      >
        <ZoomOut size={14} aria-hidden />
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-label={live ? 'Stop refreshing' : 'Refresh by itself'}
        title={live ? 'Refreshes by itself when the next point is due' : 'Stands still'}
        onClick={() => setRefresh(live ? 'off' : undefined)}
      >
        {live ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
      </Button>
    </div>
  )
}

/** As much time again before it and after it, as far as there is any. */
function twice(range: TimeRange): TimeRange {
  const relative = /^(\d+)([mhdw])$/.exec(range)
  if (relative) return `${Number(relative[1]) * 2}${relative[2]}`
  const now = worldClock.now() ?? 0
  const seen = seeRange(range, now)
  if (!seen) return defaultRange
  const half = (seen.toMs - seen.fromMs) / 2
  return seen.endsNow
    ? rangeBetween(seen.fromMs - 2 * half)
    : rangeBetween(seen.fromMs - half, Math.min(seen.toMs + half, now))
}
