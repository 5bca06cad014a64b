import { date } from '../../lib/format'
import type { Zone } from '../../lib/preferences'
import { plot, type ChartSpan } from './chart'
import { timeTicks, type PlotScale } from './scale'

interface AxesProps {
  span: ChartSpan
  width: number
  height: number
  /** From zero to the top of the scale. */
  ticks: number[]
  scale: PlotScale
  format: (value: number) => string
  zone: Zone
}

const dayMs = 86_400_000
/** So much room a time takes on the axis, and half of one at its end, in pixels. */
const timePx = 90
const edgePx = 14
/** Below this height only the ends of the scale are named. */
const lowPx = 110

/** The grid and what its lines are: a few lines and texts, cheaper by far than a library's axes, which measure each text. */
export function Axes({ span, width, height, ticks, scale: { x, y }, format, zone }: AxesProps) {
  const offsetMs = zone === 'utc' ? 0 : -new Date(span.to).getTimezoneOffset() * 60_000
  const right = width - plot.right
  const named = height < lowPx ? [0, ticks.at(-1)!] : ticks
  return (
    <svg width={width} height={height} className="absolute inset-0 text-2xs" aria-hidden>
      {named.map((value) => (
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
        <text
          key={at}
          x={x(at)}
          y={height - 7}
          textAnchor={x(at) > right - edgePx ? 'end' : 'middle'}
          className="fill-ink-3"
        >
          {date(at, (at + offsetMs) % dayMs === 0 ? 'day' : 'time', zone)}
        </text>
      ))}
    </svg>
  )
}
