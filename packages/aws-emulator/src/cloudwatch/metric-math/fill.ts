import { noPoints, type Points } from '../points.ts'
import { MathError, seriesOf, type MathValue, type Series } from './math-value.ts'

/** The instants that a request is about: whole periods from its start, `to` being out. */
export type Grid = { from: number; to: number; periodMs: number }

/** `FILL(metric, number | REPEAT | LINEAR)`: gives every period of the request a point (documented). */
export function fill(value: MathValue, by: MathValue, grid: Grid): MathValue {
  const fillOne = (series: Series): Series => ({ ...series, ...filled(series, by, grid) })
  return Array.isArray(value) ? value.map(fillOne) : fillOne(seriesOf(value, 'FILL')[0]!)
}

export function timeSeries(value: number, grid: Grid, id: string): Series {
  const points = noPoints()
  for (let at = grid.from; at < grid.to; at += grid.periodMs) {
    points.at.push(at)
    points.values.push(value)
  }
  return { id, label: id, periodMs: grid.periodMs, ...points }
}

function filled(series: Series, by: MathValue, grid: Grid): Points {
  const points = noPoints()
  let next = 0
  for (let at = grid.from; at < grid.to; at += series.periodMs) {
    while (next < series.at.length && series.at[next]! < at) next++
    const value = series.at[next] === at ? series.values[next]! : missing(series, by, at, next)
    if (!Number.isFinite(value)) continue
    points.at.push(at)
    points.values.push(value)
  }
  return points
}

/** `next` is the place of the first point after the instant. REPEAT and LINEAR have nothing before the first point. */
function missing({ at, values }: Points, by: MathValue, instant: number, next: number): number {
  if (typeof by === 'number') return by
  const [before, after] = [values[next - 1], values[next]]
  if (by === 'REPEAT') return before ?? NaN
  if (by !== 'LINEAR') throw new MathError('FILL expects a number, REPEAT or LINEAR as its second argument')
  if (before === undefined || after === undefined) return NaN
  const share = (instant - at[next - 1]!) / (at[next]! - at[next - 1]!)
  return before + (after - before) * share
}
