import { Link } from '@tanstack/react-router'
import { cx } from '../cx'
import { plot, type ChartMark, type ChartSpan } from './chart'

/** What happened, as upright lines with a name; each leads to where it is told. */
export function Marks({ marks, span }: { marks: ChartMark[]; span: ChartSpan }) {
  // What happened a moment ago stands at the edge, until the next point is there.
  const end = span.to + 2 * span.periodSeconds * 1000
  const inside = marks.filter(({ at }) => at >= span.from && at <= end)
  const latest = Math.max(...inside.map(({ at }) => at))
  return (
    <div className="pointer-events-none absolute" style={plot}>
      {inside.map((mark) => {
        const share = Math.min(1, (mark.at - span.from) / (span.to - span.from))
        return (
          <Link
            key={`${mark.at} ${mark.text}`}
            {...mark.link}
            aria-label={`${mark.text}: open`}
            title={mark.text}
            className={cx(
              'group pointer-events-auto absolute -top-1 -bottom-2.5 w-3 -translate-x-1/2 hover:z-2 focus-visible:z-2',
              mark.at === latest && 'z-1',
            )}
            style={{ left: `${share * 100}%` }}
          >
            <span className="bg-accent absolute inset-y-1 left-1/2 w-px" />
            <span className="border-b-accent absolute bottom-0 left-1/2 -translate-x-1/2 border-x-4 border-b-7 border-x-transparent" />
            <span
              className={cx(
                'bg-panel text-accent max-w-72 truncate text-2xs absolute top-0 rounded-sm px-1 font-semibold whitespace-nowrap group-hover:underline',
                mark.at < latest && 'hidden group-hover:block group-focus-visible:block',
                share > 0.6 ? 'right-2' : 'left-2',
              )}
            >
              {mark.text}
            </span>
          </Link>
        )
      })}
    </div>
  )
}
