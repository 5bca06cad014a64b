import { memo } from 'react'
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import type { Zone } from '../../lib/preferences'
import { Axes } from './axes'
import { indexAt, plot, timesOf, type ChartLine, type ChartSpan } from './chart'
import { valueTicks } from './scale'
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

type ChartRow = Record<string, number | null>

function rowsOf(lines: ChartLine[], span: ChartSpan): ChartRow[] {
  return timesOf(span).map((at) => {
    const row: ChartRow = { at }
    lines.forEach(({ series }, index) => (row[`v${index}`] = series.values[indexAt(series, at)] ?? null))
    return row
  })
}

const still = {
  type: 'linear',
  isAnimationActive: false,
  activeDot: false,
  dot: false,
  strokeLinecap: 'round',
} as const

/**
 * The lines and axes. A line breaks where data is missing; a point alone between two gaps is a stroke of no length, which
 * its round cap shows as a dot.
 */
export const Drawing = memo(function Drawing({ drawn }: { drawn: Drawn }) {
  const { lines, span, width, height, floor, axisFormat, zone } = drawn
  const ticks = valueTicks(Math.max(...lines.map(({ series }) => topOf(series.values, floor))))
  const [only] = lines.length === 1 ? lines : []
  return (
    <>
      <Axes span={span} width={width} height={height} ticks={ticks} format={axisFormat} zone={zone} />
      <ComposedChart width={width} height={height} data={rowsOf(lines, span)} margin={plot} accessibilityLayer={false}>
        <XAxis hide dataKey="at" type="number" domain={[span.from, span.to]} tickCount={2} allowDataOverflow />
        <YAxis hide type="number" domain={[0, ticks.at(-1)!]} tickCount={2} allowDataOverflow />
        {only ? (
          <Area {...still} dataKey="v0" stroke={only.color} strokeWidth={1.7} fill={only.color} fillOpacity={0.1} />
        ) : (
          lines.map(({ label, color, dashed }, index) => (
            <Line
              {...still}
              key={label}
              dataKey={`v${index}`}
              stroke={color}
              strokeWidth={dashed ? 1.2 : 1.7}
              {...(dashed ? { strokeDasharray: '3 3' } : {})}
            />
          ))
        )}
      </ComposedChart>
    </>
  )
})
