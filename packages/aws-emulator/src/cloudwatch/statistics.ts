import type { Tally } from './tally.ts'

/** A statistic over the values of one period, of which there is at least one. */
export type Statistic = (values: Tally) => number

const plain: Record<string, Statistic> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: (values) => percentile(values, 0),
  Maximum: (values) => percentile(values, 100),
}

/** The statistic that a name asks for, `p99` and `p99.9` among them; undefined for one that isn't built. */
export function statisticNamed(name: string): Statistic | undefined {
  if (Object.hasOwn(plain, name)) return plain[name]
  const [, percent] = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/.exec(name) ?? []
  return percent === undefined ? undefined : (values) => percentile(values, Number(percent))
}

/** By nearest rank, over the values themselves (how CloudWatch interpolates isn't documented). */
function percentile({ occurrences, count }: Tally, percent: number): number {
  let left = Math.max(1, Math.ceil((percent / 100) * count))
  let value = 0
  while ((left -= occurrences[value] ?? 0) > 0) value++
  return value
}
