import { topOf } from './series-path'

interface DayStripProps {
  /** By day, the last being today; null where it isn't known. */
  values: (number | null)[]
  /** What a screen reader is told instead of the drawing. */
  label: string
}

const width = 92
const height = 22

/** A bar for each day, small enough for a row. */
export function DayStrip({ values, label }: DayStripProps) {
  const top = topOf(values) || 1
  const step = width / values.length
  const bars = values
    .map((value, day) => {
      if (value === null) return ''
      // Nothing is a line on the ground: no data has none.
      const tall = value === 0 ? 0.75 : Math.max(1.5, (value / top) * height)
      return `M${round(day * step)},${height}h${round(step * 0.72)}v-${round(tall)}h-${round(step * 0.72)}z`
    })
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="block h-5.5 w-23 max-w-full"
    >
      <path d={bars} fill="var(--color-base)" fillOpacity={0.8} />
    </svg>
  )
}

const round = (n: number) => Math.round(n * 10) / 10
