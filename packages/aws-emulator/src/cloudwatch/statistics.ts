/** Statistics over the values of one period. */
export type Statistic = (values: Float64Array) => number

const sum: Statistic = (values) => values.reduce((total, value) => total + value, 0)

const plain: Record<string, Statistic> = {
  SampleCount: (values) => values.length,
  Sum: sum,
  Average: (values) => sum(values) / values.length,
  Minimum: (values) => values.reduce((least, value) => Math.min(least, value), Infinity),
  Maximum: (values) => values.reduce((most, value) => Math.max(most, value), -Infinity),
}

/** The statistic that a name asks for, `p99` and `p99.9` among them; undefined for one that isn't built. */
export function statisticNamed(name: string): Statistic | undefined {
  if (Object.hasOwn(plain, name)) return plain[name]
  const [, percent] = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/.exec(name) ?? []
  return percent === undefined ? undefined : (values) => percentile(values, Number(percent))
}

/** By nearest rank, over the samples themselves (how CloudWatch interpolates isn't documented). */
export function percentile(values: Float64Array, percent: number): number {
  const ascending = values.toSorted()
  const rank = Math.max(1, Math.ceil((percent / 100) * ascending.length))
  return ascending[rank - 1] ?? NaN
}
