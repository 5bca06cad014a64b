import type { MetricName } from '../metric-name.ts'
import type { Points } from '../points.ts'

/** A series of points, with what labels and `PERIOD` need to know of it. */
export type Series = Points & {
  /** The id of the query that made it, or of the expression. */
  id: string
  label: string
  periodMs: number
  /** Absent where an expression made it. */
  metric?: MetricName
  stat?: string
}

/** What an expression can be: a number, a text (of a `SEARCH` or a keyword), one series, or many. */
export type MathValue = number | string | Series | Series[]

/** What is wrong with an expression, in AWS's way of putting it. */
export class MathError extends Error {}

export const isSeries = (value: MathValue): value is Series => typeof value === 'object' && !Array.isArray(value)

/** One series or many, as many; anything else is no series. */
export function seriesOf(value: MathValue, of: string): Series[] {
  if (Array.isArray(value)) return value
  if (isSeries(value)) return [value]
  throw new MathError(`${of} expects a time series`)
}
