import { rangeStatistic } from './range-statistics.ts'
import { rankOf } from './rank.ts'
import type { Values } from './values.ts'

/** A statistic over the values of one period; NaN where they don't tell it. */
export type Statistic = (values: Values) => number

const plain: Record<string, Statistic> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: (values) => values.atRank(1),
  Maximum: (values) => values.atRank(values.count),
}

export const plainStatistics = Object.keys(plain)

/** The statistic that a name asks for: a plain one, a percentile such as `p99.9`, or one of a range, such as `tm99`. */
export function statisticNamed(name: string): Statistic | undefined {
  if (Object.hasOwn(plain, name)) return plain[name]
  const [, percent] = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/.exec(name) ?? []
  if (percent === undefined) return rangeStatistic(name)
  return (values) => values.atRank(rankOf(Number(percent), values.count))
}
