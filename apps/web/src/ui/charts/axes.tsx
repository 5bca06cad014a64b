import { date } from '../../lib/format'
import type { Zone } from '../../lib/preferences'
import { plot, type ChartSpan } from './chart'
import { timeTicks } from './scale'

interface AxesProps {
  span: ChartSpan
  width: number
  height: number
  /** From zero to the top of the scale. */
  ticks: number[]
  format: (value: number) => string
  zone: Zone
}

const dayMs = 86_400_000
/** So much room a time takes on the axis, in pixels. */
const timePx = 90

/** The grid and what its lines are: a few lines and texts, cheaper by far than a library's axes, which measure each text. */
export function Axes({ span, width, height, ticks, format, zone }: AxesProps) {
  const offsetMs = zone === 'utc' ? 0 : -new Date(span.to).getTimezoneOffset() * 60_000
  const [right, bottom] = [width - plot.right, height - plot.bottom]
  const x = (at: number) => plot.left + ((at - span.from) / (span.to - span.from)) * (right - plot.left)
  const y = (value: number) => bottom - (value / ticks.at(-1)!) * (bottom - plot.top)
  return (
    <svg width={width} height={height} className="absolute inset-0 text-2xs" aria-hidden>
      {ticks.map((value) => (
        <g key={value}>
          <line
            x1={plot.left}
            x2={right}
            y1={y(value)}
            y2={y(value)}
            className={value === 0 ? 'stroke-line' : 'stroke-line-soft'}
          />
          <text x={plot.left - 8} y={y(value) + 4} textAnchor="end" className="fill-ink-3">
            {format(value)}
          </text>
        </g>
      ))}
      {timeTicks(span.from, span.to, Math.max(2, Math.floor(width / timePx)), offsetMs).map((at) => (
        <text key={at} x={x(at)} y={height - 7} textAnchor="middle" className="fill-ink-3">
          {date(at, (at + offsetMs) % dayMs === 0 ? 'day' : 'time', zone)}
        </text>
      ))}
    </svg>
  )
}
