import { Link, useNavigate } from '@tanstack/react-router'
import { CalendarClock, Pause, Play, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { rangeBetween, seeRange, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { setPreference, usePreferences, zones } from '../lib/preferences'
import { rangeInWords } from '../lib/range'
import { worldClock } from '../lib/world-clock'
import { Button, buttonClass } from './button'
import { cx } from './cx'
import { Popover } from './popover'
import { RangeForm } from './range-form'
import { Segments } from './segments'

const quick: TimeRange[] = ['1h', '3h', '12h', '24h', '7d']
const more: TimeRange[] = ['15m', '6h', '3d', '2w', '30d', '90d']

const zoneNames = { local: 'Local', utc: 'UTC' } as const

const segment = 'border-line grid place-items-center border-l px-2 -outline-offset-2 first:border-l-0'

interface RangePickerProps {
  range: TimeRange
  /** Whether what is shown goes on by itself. */
  live: boolean
}

/** The span of all charts of the page; it stands in the address. */
export function RangePicker({ range, live }: RangePickerProps) {
  const { zone } = usePreferences()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const custom = !quick.includes(range)
  const choose = (next: TimeRange) => {
    setOpen(false)
    void navigate({ to: '.', search: (search) => ({ ...search, range: next }) })
  }
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
            className={cx(
              segment,
              'max-lg:[&:nth-child(3)]:hidden',
              option === range ? 'bg-accent-weak text-accent font-semibold' : 'text-ink-2 hover:bg-hover',
            )}
          >
            {option}
          </Link>
        ))}
        <Popover
          title="Another time range"
          open={open}
          onOpen={setOpen}
          trigger={
            <button
              type="button"
              aria-label={custom ? `Time range: ${rangeInWords(range, zone)}; choose another` : 'Another time range'}
              title="Another time range"
              className={cx(
                segment,
                'flex items-center gap-1.5',
                custom ? 'bg-accent-weak text-accent font-semibold' : 'text-ink-2 hover:bg-hover',
              )}
            >
              <CalendarClock size={13} aria-hidden />
              {custom && <span className="max-w-56 truncate">{rangeInWords(range, zone)}</span>}
            </button>
          }
        >
          <div className="flex w-72 flex-col gap-3">
            <div className="flex flex-wrap gap-1" role="group" aria-label="Up to now">
              {more.map((option) => (
                <button
                  key={option}
                  type="button"
                  onClick={() => choose(option)}
                  className={buttonClass('plain', 'small')}
                >
                  {sentence(rangeInWords(option, zone))}
                </button>
              ))}
            </div>
            <RangeForm key={`${range} ${zone}`} range={range} onChoose={choose} />
            <div className="flex items-center justify-between gap-2">
              <span className="text-ink-2 text-xs">Times are</span>
              <Segments
                label="Times"
                value={zone}
                options={zones.map((value) => ({ value, label: zoneNames[value] }))}
                onChoose={(next) => {
                  setPreference({ zone: next })
                  void navigate({ to: '.', search: (search) => ({ ...search, zone: next }), replace: true })
                }}
              />
            </div>
          </div>
        </Popover>
      </nav>
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
        onClick={() =>
          void navigate({
            to: '.',
            search: (search) => ({ ...search, refresh: live ? 'off' : undefined }),
            replace: true,
          })
        }
      >
        {live ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
      </Button>
    </div>
  )
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** As much time again before it and after it, as far as there is any. */
function twice(range: TimeRange): TimeRange {
  const relative = /^(\d+)([mhdw])$/.exec(range)
  if (relative) return `${Number(relative[1]) * 2}${relative[2]}`
  const now = worldClock.now() ?? 0
  const seen = seeRange(range, now)
  if (!seen) return '3h'
  const half = (seen.toMs - seen.fromMs) / 2
  return seen.endsNow
    ? rangeBetween(seen.fromMs - 2 * half)
    : rangeBetween(seen.fromMs - half, Math.min(seen.toMs + half, now))
}
