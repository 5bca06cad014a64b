import { aggregate, aggregates } from './aggregates.ts'
import { firstOrLast, sliceSeries, sortSeries } from './array-functions.ts'
import { fill, timeSeries, type Grid } from './fill.ts'
import { isSeries, MathError, seriesOf, type MathValue } from './math-value.ts'
import { applyPointFunction, choose, isPointFunction, runningSum } from './series-functions.ts'

/** Applies a function that needs nothing but its arguments; `METRICS` and `SEARCH` are the evaluation's own. */
export function applyFunction(name: string, args: MathValue[], grid: Grid, id: string): MathValue {
  if (isPointFunction(name)) return applyPointFunction(name, args)
  if (Object.hasOwn(aggregates, name)) return aggregate(name, args)
  const [first, second, third] = args
  if (first === undefined) throw new MathError(`${name} expects arguments`)
  switch (name) {
    case 'FILL':
      if (second === undefined) throw new MathError('FILL expects two arguments')
      return fill(first, second, grid)
    case 'IF':
      if (second === undefined) throw new MathError('IF expects two or three arguments')
      return choose(first, second, third, grid)
    case 'PERIOD':
      return periodOf(first)
    case 'TIME_SERIES':
      if (typeof first !== 'number') throw new MathError('TIME_SERIES expects a number')
      return timeSeries(first, grid, id)
    case 'RUNNING_SUM':
      return runningSum(first)
    case 'METRIC_COUNT':
      return seriesOf(first, name).length
    case 'REMOVE_EMPTY':
      return seriesOf(first, name).filter(({ values }) => values.length > 0)
    case 'FIRST':
    case 'LAST':
      return firstOrLast(name, first)
    case 'SORT':
      return sortSeries(args)
    case 'SLICE':
      return sliceSeries(args)
    default:
      throw new MathError(`Unsupported function ${name}`)
  }
}

/** In seconds. */
function periodOf(value: MathValue): number {
  if (!isSeries(value)) throw new MathError('PERIOD expects a time series')
  return value.periodMs / 1000
}
