import { aggregates } from './aggregates.ts'
import { MathError, seriesOf, type MathValue, type Series } from './math-value.ts'

/** `SORT(metrics, AVG|MIN|MAX|SUM, ASC|DESC, n)`; those without points come last. */
export function sortSeries([value, by, order, most]: MathValue[]): Series[] {
  const together = typeof by === 'string' ? aggregates[by] : undefined
  if (!together || (order !== 'ASC' && order !== 'DESC')) {
    throw new MathError('SORT expects a function and ASC or DESC as its arguments')
  }
  const ranked = seriesOf(value ?? NaN, 'SORT').map((series) => ({
    series,
    rank: series.values.length === 0 ? NaN : together(series.values),
  }))
  const sign = order === 'ASC' ? 1 : -1
  const compare = (a: number, b: number) =>
    Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : sign * (a - b)
  const sorted = ranked.toSorted((a, b) => compare(a.rank, b.rank)).map(({ series }) => series)
  return typeof most === 'number' ? sorted.slice(0, most) : sorted
}

/** `SLICE(metrics, from, to)`: without `to` it is the one series at that place (documented). */
export function sliceSeries([value, from, to]: MathValue[]): MathValue {
  const all = seriesOf(value ?? NaN, 'SLICE')
  if (typeof from !== 'number') throw new MathError('SLICE expects a number as its second argument')
  if (typeof to === 'number') return all.slice(from, to)
  const one = all[from]
  if (!one) throw new MathError('SLICE is out of the bounds of the array')
  return one
}

export const firstOrLast = (name: string, value: MathValue | undefined): MathValue => {
  const all = seriesOf(value ?? NaN, name)
  return all.at(name === 'FIRST' ? 0 : -1) ?? []
}
