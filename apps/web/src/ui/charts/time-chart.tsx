import { memo, useMemo, useRef } from 'react'
import { usePreferences } from '../../lib/preferences'
import { chartHeight, plot, type ChartLine, type ChartMark, type ChartSpan } from './chart'
import { Drawing, type Drawn } from './drawing'
import { Marks } from './marks'
import { Overlay } from './overlay'
import { useNear } from './use-near'
import { Skeleton } from '../skeleton'

export interface TimeChartProps {
  /** Null until there are data: the chart's place is known by then. */
  lines: ChartLine[] | null
  span: ChartSpan | null
  marks?: ChartMark[]
  /** What the scale reaches at least. */
  floor?: number
  format: (value: number) => string
  /** Where `format` is too long for the axis. */
  axisFormat?: (value: number) => string
  height?: number
}

/** Drawn when it comes near what is in view. */
export const TimeChart = memo(function TimeChart({
  lines,
  span,
  marks = [],
  floor,
  format,
  axisFormat = format,
  height = chartHeight,
}: TimeChartProps) {
  const { zone } = usePreferences()
  const frame = useRef<HTMLDivElement>(null)
  const { near, width } = useNear(frame)
  const drawn = useMemo<Drawn | null>(
    () => (near && width > 0 && lines && span ? { lines, span, width, height, floor, axisFormat, zone } : null),
    [near, lines, span, width, height, floor, axisFormat, zone],
  )
  return (
    <div
      ref={frame}
      className="relative overflow-x-clip"
      style={{ height }}
      data-drawn={drawn === null ? undefined : ''}
    >
      {!drawn && <Skeleton still className="size-full" />}
      {drawn && (
        <>
          <div aria-hidden className="h-full">
            <Drawing drawn={drawn} />
          </div>
          <Unfinished span={drawn.span} />
          <Overlay lines={drawn.lines} span={drawn.span} format={format} />
          <Marks marks={marks} span={drawn.span} />
        </>
      )}
    </div>
  )
})

function Unfinished({ span: { from, to, unfinishedFrom } }: { span: ChartSpan }) {
  const share = Math.max(0, (to - unfinishedFrom) / (to - from))
  if (share === 0) return null
  return (
    <div className="pointer-events-none absolute" style={plot} title="Not finished yet">
      <div className="hatched absolute inset-y-0 right-0" style={{ width: `max(${share * 100}%, 4px)` }} />
    </div>
  )
}
