import { memo, useMemo, useRef } from 'react'
import { usePreferences } from '../../lib/preferences'
import { chartHeight, plot, type ChartLine, type ChartMark, type ChartSpan } from './chart'
import { useQueued } from './draw-queue'
import { Drawing, type Drawn } from './drawing'
import { Marks } from './marks'
import { Overlay } from './overlay'
import { useNear } from './use-near'

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

/** Drawn when it comes near what is in view, after the charts that came before it. */
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
  const wanted = useMemo<Drawn | null>(
    () => (near && width > 0 ? { lines, span, width, height, floor, axisFormat, zone } : null),
    [near, lines, span, width, height, floor, axisFormat, zone],
  )
  const drawn = useQueued(wanted)
  const shown = drawn?.span ?? span
  const unfinished = Math.max(0, (shown.to - shown.unfinishedFrom) / (shown.to - shown.from))
  return (
    <div
      ref={frame}
      className="relative overflow-x-clip"
      style={{ height }}
      data-drawn={drawn === null ? undefined : ''}
    >
      {drawn && (
        <>
          <div aria-hidden className="h-full">
            <Drawing drawn={drawn} />
          </div>
          {unfinished > 0 && (
            <div className="pointer-events-none absolute" style={plot} title="Not finished yet">
              <div className="hatched absolute inset-y-0 right-0" style={{ width: `max(${unfinished * 100}%, 4px)` }} />
            </div>
          )}
          <Overlay lines={drawn.lines} span={shown} format={format} />
          <Marks marks={marks} span={shown} />
        </>
      )}
    </div>
  )
})
