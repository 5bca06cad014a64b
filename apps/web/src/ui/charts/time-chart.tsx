import { memo, useMemo } from 'react'
import { Area, ComposedChart, CartesianGrid, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { date } from '../../lib/format'
import { usePreferences } from '../../lib/preferences'
import { chartHeight, indexAt, plot, type ChartLine, type ChartMark, type ChartSpan } from './chart'
import { Marks } from './marks'
import { Overlay } from './overlay'
import { timeTicks, valueTicks } from './scale'
import { topOf } from './series-path'

export interface TimeChartProps {
  lines: ChartLine[]
  span: ChartSpan
  marks?: ChartMark[]
  /** What the scale reaches at least. */
  floor?: number
  format: (value: number) => string
  /** Where `format` is too long for the axis. */
  axisFormat?: (value: number) => string
  height?: number
}

const tick = { fill: 'var(--color-ink-3)', fontSize: 11 }

type ChartRow = Record<string, number | null>

function rowsOf(lines: ChartLine[], span: ChartSpan) {
  const periodMs = span.periodSeconds * 1000
  const rows: ChartRow[] = []
  for (let at = span.from; at <= span.to; at += periodMs) {
    const row: ChartRow = { at }
    lines.forEach(({ series }, index) => (row[`v${index}`] = series.values[indexAt(series, at)] ?? null))
    rows.push(row)
  }
  return rows
}

interface DotProps {
  cx?: number
  cy?: number
  index?: number
  dataKey?: unknown
}

/** A line breaks where data is missing; a point alone between two gaps is drawn as a dot. */
const lonePoint =
  (rows: ChartRow[], color: string) =>
  ({ cx, cy, index = 0, dataKey }: DotProps) => {
    const value = (at: number) => rows[at]?.[String(dataKey)] ?? null
    const alone = value(index) !== null && value(index - 1) === null && value(index + 1) === null
    return alone ? <circle key={index} cx={cx} cy={cy} r={1.8} fill={color} /> : <g key={index} />
  }

export const TimeChart = memo(function TimeChart({
  lines,
  span,
  marks = [],
  floor,
  format,
  axisFormat,
  height = chartHeight,
}: TimeChartProps) {
  const { zone } = usePreferences()
  const rows = useMemo(() => rowsOf(lines, span), [lines, span])
  const ticks = valueTicks(Math.max(...lines.map(({ series }) => topOf(series.values, floor))))
  const offsetMs = zone === 'utc' ? 0 : -new Date(span.to).getTimezoneOffset() * 60_000
  const unfinished = Math.max(0, (span.to - span.unfinishedFrom) / (span.to - span.from))
  return (
    <div className="relative" style={{ height }}>
      <div aria-hidden className="h-full">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={rows}
            margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--color-line-soft)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={[span.from, span.to]}
              ticks={timeTicks(span.from, span.to, 6, offsetMs)}
              tickFormatter={(at: number) => date(at, 'time', zone)}
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
              tickFormatter={axisFormat ?? format}
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
              />
            )}
            {lines.map(({ label, color }, index) => (
              <Line
                key={label}
                dataKey={`v${index}`}
                type="linear"
                stroke={color}
                strokeWidth={1.6}
                isAnimationActive={false}
                activeDot={false}
                dot={lonePoint(rows, color)}
              />
            ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      {unfinished > 0 && (
        <div className="pointer-events-none absolute" style={plot} title="Not finished yet">
          <div className="hatched absolute inset-y-0 right-0" style={{ width: `max(${unfinished * 100}%, 4px)` }} />
        </div>
      )}
      <Overlay lines={lines} span={span} format={format} />
      <Marks marks={marks} span={span} />
    </div>
  )
})
