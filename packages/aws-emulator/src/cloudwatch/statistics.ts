/** A statistic over the values of one period, of which there is at least one. All are whole numbers. */
export type Statistic = (values: Uint16Array) => number

function sum(values: Uint16Array): number {
  let total = 0
  for (let at = 0; at < values.length; at++) total += values[at] ?? 0
  return total
}

const plain: Record<string, Statistic> = {
  SampleCount: (values) => values.length,
  Sum: sum,
  Average: (values) => sum(values) / values.length,
  Minimum: (values) => percentile(values, 0),
  Maximum: (values) => percentile(values, 100),
}

/** The statistic that a name asks for, `p99` and `p99.9` among them; undefined for one that isn't built. */
export function statisticNamed(name: string): Statistic | undefined {
  if (Object.hasOwn(plain, name)) return plain[name]
  const [, percent] = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/.exec(name) ?? []
  return percent === undefined ? undefined : (values) => percentile(values, Number(percent))
}

/** How often each value occurs: cleared after use, as making it anew would cost more than the counting. */
const occurrences = new Uint32Array(65_536)

/** By nearest rank, over the values themselves (how CloudWatch interpolates isn't documented). */
function percentile(values: Uint16Array, percent: number): number {
  for (let at = 0; at < values.length; at++) occurrences[values[at] ?? 0]! += 1
  let left = Math.max(1, Math.ceil((percent / 100) * values.length))
  let value = 0
  while ((left -= occurrences[value] ?? 0) > 0) value++
  occurrences.fill(0)
  return value
}
