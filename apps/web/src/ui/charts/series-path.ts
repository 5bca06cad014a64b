export interface Box {
  width: number
  height: number
  /** The value at the top; zero is at the bottom. */
  max: number
}

/** A run of values without a gap between them, with where it begins. */
interface Run {
  start: number
  values: number[]
}

function runs(values: (number | null)[]): Run[] {
  const found: Run[] = []
  let open: Run | null = null
  values.forEach((value, index) => {
    if (value === null) return void (open = null)
    if (!open) found.push((open = { start: index, values: [] }))
    open.values.push(value)
  })
  return found
}

const round = (n: number) => Math.round(n * 10) / 10

/**
 * A series as SVG paths: a line that breaks where data is missing, and the area beneath it. A point alone between two
 * gaps becomes a short dash, or it wouldn't be seen.
 */
export function seriesPath(values: (number | null)[], { width, height, max }: Box): { line: string; area: string } {
  const step = width / Math.max(values.length - 1, 1)
  const x = (index: number) => round(index * step)
  // One pixel stays free at both edges, so that the stroke isn't cut.
  const y = (value: number) => round(height - 1 - (Math.min(value, max) / (max || 1)) * (height - 2))
  let line = ''
  let area = ''
  for (const { start, values: run } of runs(values)) {
    const points = run.map((value, index) => `${x(start + index)},${y(value)}`)
    const end = run.length === 1 ? x(start) + 2 : x(start + run.length - 1)
    line += `M${points.join('L')}${run.length === 1 ? `h2` : ''}`
    area += `M${x(start)},${height}L${points.join('L')}${run.length === 1 ? 'h2' : ''}L${end},${height}Z`
  }
  return { line, area }
}

/** The top of a scale that begins at zero and isn't lower than `floor`. */
export function topOf(values: (number | null)[], floor = 0): number {
  let top = floor
  for (const value of values) if (value !== null && value > top) top = value
  return top
}
