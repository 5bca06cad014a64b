import { memo } from 'react'
import { Curve, Surface } from 'recharts'
import type { Zone } from '../../lib/preferences'
import { Axes } from './axes'
import { indexAt, timesOf, type ChartLine, type ChartSpan } from './chart'
import { plotScale, valueTicks, type PlotScale } from './scale'
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

/** The points of a line, in pixels; one without a value has no `y`. */
function pointsOf({ series }: ChartLine, span: ChartSpan, { x, y }: PlotScale) {
  return timesOf(span).map((at) => {
    const value = series.values[indexAt(series, at)] ?? null
    return { x: x(at), y: value === null ? null : y(value) }
  })
}

/**
 * The lines and axes. A line breaks where data is missing; a point alone between two gaps is a stroke of no length, which
 * its round cap shows as a dot. Of Recharts the shapes alone: its charts take several renders each (decision 14).
 */
export const Drawing = memo(function Drawing({ drawn }: { drawn: Drawn }) {
  const { lines, span, width, height, floor, axisFormat, zone } = drawn
  const ticks = valueTicks(Math.max(...lines.map(({ series }) => topOf(series.values, floor))))
  const scale = plotScale(span, width, height, ticks.at(-1)!)
  const alone = lines.length === 1
  return (
    <>
      <Axes span={span} width={width} height={height} ticks={ticks} scale={scale} format={axisFormat} zone={zone} />
      <Surface width={width} height={height} className="absolute inset-0">
        {lines.map((line) => {
          const points = pointsOf(line, span, scale)
          return (
            <g key={line.label}>
              {alone && (
                <Curve points={points} baseLine={scale.y(0)} stroke="none" fill={line.color} fillOpacity={0.1} />
              )}
              <Curve
                points={points}
                fill="none"
                stroke={line.color}
                strokeWidth={line.dashed ? 1.2 : 1.7}
                strokeLinecap="round"
                strokeDasharray={line.dashed ? '3 3' : undefined}
              />
            </g>
          )
        })}
      </Surface>
    </>
  )
})
