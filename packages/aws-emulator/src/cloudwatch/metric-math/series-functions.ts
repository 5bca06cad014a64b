import { mapPoints, type Points } from '../points.ts'
import { dateParts } from './date-parts.ts'
import type { Grid } from './fill.ts'
import { MathError, seriesOf, type MathValue, type Series } from './math-value.ts'

/** From each point, its instant and the points before it, the point that stands in its place. */
type PointFunction = (value: number, at: number, index: number, points: Points) => number

const before = ({ at, values }: Points, index: number) =>
  index === 0 ? undefined : { at: at[index - 1]!, value: values[index - 1]! }

/** Functions from a series to a series, from many to as many. The first point has nothing before it (documented). */
const pointFunctions: Record<string, PointFunction> = {
  ABS: (value) => Math.abs(value),
  CEIL: (value) => Math.ceil(value),
  FLOOR: (value) => Math.floor(value),
  LOG: (value) => Math.log(value),
  LOG10: (value) => Math.log10(value),
  DIFF: (value, _, index, points) => value - (before(points, index)?.value ?? NaN),
  /** In seconds. */
  DIFF_TIME: (_, at, index, points) => (at - (before(points, index)?.at ?? NaN)) / 1000,
  /** A second. */
  RATE(value, at, index, points) {
    const last = before(points, index)
    return last ? (value - last.value) / ((at - last.at) / 1000) : NaN
  },
  ...dateParts,
}

export const isPointFunction = (name: string) => Object.hasOwn(pointFunctions, name)

export function applyPointFunction(name: string, args: MathValue[]): MathValue {
  const map = pointFunctions[name]!
  const [value, ...more] = args
  if (value === undefined || more.length > 0) throw new MathError(`${name} expects one argument`)
  if (typeof value === 'number') return map(value, NaN, 0, { at: [], values: [] })
  const apply = (series: Series): Series => ({ ...series, ...mapPoints(series, (v, at, i) => map(v, at, i, series)) })
  return Array.isArray(value) ? value.map(apply) : apply(seriesOf(value, name)[0]!)
}

export function runningSum(value: MathValue): MathValue {
  const apply = (series: Series): Series => {
    let total = 0
    return { ...series, values: series.values.map((one) => (total += one)) }
  }
  return Array.isArray(value) ? value.map(apply) : apply(seriesOf(value, 'RUNNING_SUM')[0]!)
}

/** `IF(condition, then, else)`: a condition that is a series decides point by point (documented). */
export function choose(condition: MathValue, then: MathValue, otherwise: MathValue | undefined, grid: Grid): MathValue {
  if (typeof condition === 'number') {
    const chosen = condition === 0 ? otherwise : then
    if (chosen === undefined) throw new MathError('IF expects three arguments for a scalar condition')
    return chosen
  }
  if (Array.isArray(condition)) throw new MathError('The condition of IF must be one time series or a number')
  const series = seriesOf(condition, 'IF')[0]!
  const [whenTrue, whenFalse] = [valueAt(then), otherwise === undefined ? () => NaN : valueAt(otherwise)]
  const points = mapPoints(series, (value, at) => (value === 0 ? whenFalse(at) : whenTrue(at)))
  return { ...series, ...points, periodMs: series.periodMs || grid.periodMs }
}

function valueAt(value: MathValue): (at: number) => number {
  if (typeof value === 'number') return () => value
  const [series, ...more] = seriesOf(value, 'IF')
  if (!series || more.length > 0) throw new MathError('IF expects numbers or single time series')
  const byInstant = new Map(series.at.map((at, index) => [at, series.values[index]!]))
  return (at) => byInstant.get(at) ?? NaN
}
