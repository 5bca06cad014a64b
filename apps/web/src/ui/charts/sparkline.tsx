import type { Series } from '@callboard/shared-types/metrics/metrics.schemas'
import { seriesPath, topOf } from './series-path'

interface SparklineProps {
  series: Series
  color: string
  /** What the scale reaches at least. */
  floor?: number
  /** What a screen reader is told instead of the drawing. */
  label: string
}

const width = 92
const height = 24

export function Sparkline({ series, color, floor, label }: SparklineProps) {
  const max = topOf(series.values, floor)
  const { line, area } = seriesPath(series.values, { width, height, max })
  if (!line) return <span className="text-ink-3 text-xs whitespace-nowrap">no data</span>
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="block h-6 w-14 max-w-full overflow-visible sm:w-16 xl:w-23"
    >
      <path d={area} fill={color} fillOpacity={0.14} />
      <path
        d={line}
        fill="none"
        stroke={color}
        strokeWidth={1.4}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
