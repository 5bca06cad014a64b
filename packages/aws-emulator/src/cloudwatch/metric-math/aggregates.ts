import type { Points } from '../points.ts'
import { MathError, seriesOf, type MathValue, type Series } from './math-value.ts'

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: number[]) => sum(values) / values.length

function deviation(values: number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/** What some numbers make together. */
export const aggregates: Record<string, (values: number[]) => number> = {
  AVG: mean,
  SUM: sum,
  MIN: (values) => values.reduce((a, b) => Math.min(a, b), Infinity),
  MAX: (values) => values.reduce((a, b) => Math.max(a, b), -Infinity),
  STDDEV: deviation,
  DATAPOINT_COUNT: (values) => values.length,
}

/** Over one series it is a number; over many, a series: of each instant what they have there (documented). */
export function aggregate(name: string, args: MathValue[]): MathValue {
  const together = aggregates[name]!
  const [value, ...more] = args
  if (value === undefined || more.length > 0) throw new MathError(`${name} expects one argument`)
  if (!Array.isArray(value)) {
    const { values } = seriesOf(value, name)[0]!
    return values.length === 0 && name !== 'DATAPOINT_COUNT' ? NaN : together(values)
  }
  return acrossSeries(value, together)
}

function acrossSeries(all: Series[], together: (values: number[]) => number): Series | Series[] {
  const [like] = all
  if (!like) return []
  const byInstant = new Map<number, number[]>()
  for (const { at, values } of all) {
    at.forEach((instant, index) => {
      const there = byInstant.get(instant)
      if (there) there.push(values[index]!)
      else byInstant.set(instant, [values[index]!])
    })
  }
  const at = [...byInstant.keys()].toSorted((a, b) => a - b)
  const points: Points = { at, values: at.map((instant) => together(byInstant.get(instant)!)) }
  return { id: like.id, label: like.label, periodMs: like.periodMs, ...points }
}
