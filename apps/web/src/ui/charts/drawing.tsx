import { memo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import { date } from '../../lib/format'
import type { Zone } from '../../lib/preferences'
import { indexAt, plot, timesOf, type ChartLine, type ChartSpan } from './chart'
import { timeTicks, valueTicks } from './scale'
import { topOf } from './series-path'

/** All that a drawing shows. It's drawn anew when another object of this comes, and not otherwise. */
export interface Drawn {
  lines: ChartLine[]
  span: ChartSpan
  width: number
  height: number
  floor: number | undefined
  axisFormat: (value: number) => string
  zone: Zone
}

const tick = { fill: 'var(--color-ink-3)', fontSize: 11 }
const dayMs = 86_400_000

type ChartRow = Record<string, number | null>

function rowsOf(lines: ChartLine[], span: ChartSpan): ChartRow[] {
  return timesOf(span).map((at) => {
    const row: ChartRow = { at }
    lines.forEach(({ series }, index) => (row[`v${index}`] = series.values[indexAt(series, at)] ?? null))
    return row
  })
}

/**
 * The lines and axes. A line breaks where data is missing; a point alone between two gaps is a stroke of no length, which
 * its round cap shows as a dot.
 */
export const Drawing = memo(function Drawing({ drawn }: { drawn: Drawn }) {
  const { lines, span, width, height, floor, axisFormat, zone } = drawn
  const ticks = valueTicks(Math.max(...lines.map(({ series }) => topOf(series.values, floor))))
  const offsetMs = zone === 'utc' ? 0 : -new Date(span.to).getTimezoneOffset() * 60_000
  const timeOf = (at: number) => date(at, (at + offsetMs) % dayMs === 0 ? 'day' : 'time', zone)
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rowsOf(lines, span)}
      margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--color-line-soft)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={[span.from, span.to]}
        ticks={timeTicks(span.from, span.to, Math.max(2, Math.floor(width / 90)), offsetMs)}
        tickFormatter={timeOf}
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--color-line)' }}
        height={plot.bottom}
        allowDataOverflow
      />
      <YAxis
        width={plot.left}
        domain={[0, ticks.at(-1)!]}
        ticks={ticks}
        tickFormatter={axisFormat}
        tick={tick}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      {lines.length === 1 && (
        <Area
          dataKey="v0"
          type="linear"
          stroke="none"
          fill={lines[0]!.color}
          fillOpacity={0.1}
          isAnimationActive={false}
          activeDot={false}
        />
      )}
      {lines.map(({ label, color, dashed }, index) => (
        <Line
          key={label}
          dataKey={`v${index}`}
          type="linear"
          stroke={color}
          strokeWidth={dashed ? 1.2 : 1.7}
          strokeDasharray={dashed ? '3 3' : undefined}
          strokeLinecap="round"
          isAnimationActive={false}
          activeDot={false}
          dot={false}
        />
      ))}
    </ComposedChart>
  )
})
