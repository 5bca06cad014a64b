import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { date } from '../../lib/format'
import { usePreferences } from '../../lib/preferences'
import { buttonClass } from '../button'
import { cx } from '../cx'
import { PopoverAt } from '../popover'
import { plot, type ChartMark, type ChartSpan } from './chart'

/** What happened, as upright lines with a name; each leads to where it is told, or opens what can be done about it. */
export function Marks({ marks, span }: { marks: ChartMark[]; span: ChartSpan }) {
  const [open, setOpen] = useState<{ mark: ChartMark; anchor: Element } | null>(null)
  // What happened a moment ago stands at the edge, until the next point is there.
  const end = span.to + 2 * span.periodSeconds * 1000
  const inside = marks.filter(({ at }) => at >= span.from && at <= end)
  const latest = Math.max(...inside.map(({ at }) => at))
  return (
    <div className="pointer-events-none absolute" style={plot}>
      {inside.map((mark) => {
        const share = Math.min(1, (mark.at - span.from) / (span.to - span.from))
        const shared = {
          className: cx(
            'group pointer-events-auto absolute -top-1 -bottom-2.5 w-3 -translate-x-1/2 hover:z-2 focus-visible:z-2',
            mark.at === latest && 'z-1',
          ),
          style: { left: `${share * 100}%` },
          title: mark.text,
        }
        const flag = <Flag text={mark.text} quiet={mark.at < latest} flip={share > 0.6} />
        const key = `${mark.at} ${mark.text}`
        return mark.actions ? (
          <button
            key={key}
            type="button"
            {...shared}
            aria-haspopup="dialog"
            aria-label={`${mark.text}: what to do`}
            onClick={(event) => setOpen({ mark, anchor: event.currentTarget })}
          >
            {flag}
          </button>
        ) : (
          <Link key={key} {...mark.link} {...shared} aria-label={`${mark.text}: open`}>
            {flag}
          </Link>
        )
      })}
      {open && <MarkPopover {...open} onClose={() => setOpen(null)} />}
    </div>
  )
}

const Flag = ({ text, quiet, flip }: { text: string; quiet: boolean; flip: boolean }) => (
  <>
    <span className="bg-accent absolute inset-y-1 left-1/2 w-px" />
    <span className="border-b-accent absolute bottom-0 left-1/2 -translate-x-1/2 border-x-4 border-b-7 border-x-transparent" />
    <span
      className={cx(
        'bg-panel text-accent max-w-72 truncate text-2xs absolute top-0 rounded-sm px-1 font-semibold whitespace-nowrap group-hover:underline',
        quiet && 'hidden group-hover:block group-focus-visible:block',
        flip ? 'right-2' : 'left-2',
      )}
    >
      {text}
    </span>
  </>
)

interface MarkPopoverProps {
  mark: ChartMark
  anchor: Element
  onClose: () => void
}

function MarkPopover({ mark, anchor, onClose }: MarkPopoverProps) {
  const { zone } = usePreferences()
  return (
    <PopoverAt anchor={anchor} title={mark.text} onClose={onClose}>
      <p className="text-ink-3 mb-2 text-xs">{date(mark.at, 'dateTime', zone)}</p>
      <div className="flex flex-wrap gap-1.5">
        {(mark.actions ?? []).map(({ label, link }) => (
          <Link key={label} {...link} className={buttonClass('plain', 'small')} onClick={onClose}>
            {label}
          </Link>
        ))}
        <Link {...mark.link} className={buttonClass('quiet', 'small')}>
          Open
        </Link>
      </div>
    </PopoverAt>
  )
}
