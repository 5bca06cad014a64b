import { rankOf } from '../../cloudwatch/rank.ts'
import { QueryError } from './query-error.ts'
import { asNumber, asText, type Value } from './record.ts'

/** Takes in values one by one, and tells what they make. */
export type Aggregation = { add(value: Value): void; result(): Value }

function ofNumbers(fold: (numbers: number[]) => number): () => Aggregation {
  return () => {
    const numbers: number[] = []
    return {
      add(value) {
        const number = asNumber(value)
        if (!Number.isNaN(number)) numbers.push(number)
      },
      result: () => (numbers.length === 0 ? undefined : fold(numbers)),
    }
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const mean = (numbers: number[]) => sum(numbers) / numbers.length

function deviation(numbers: number[]): number {
  const middle = mean(numbers)
  return Math.sqrt(mean(numbers.map((number) => (number - middle) ** 2)))
}

function percentile(percent: number) {
  return ofNumbers((numbers) => numbers.toSorted((a, b) => a - b)[rankOf(percent, numbers.length) - 1]!)
}

const makers: Partial<Record<string, () => Aggregation>> = {
  count: () => counting((value) => value !== undefined),
  count_distinct: () => {
    const seen = new Set<string>()
    return {
      add: (value) => void (value === undefined ? undefined : seen.add(asText(value))),
      result: () => seen.size,
    }
  },
  sum: ofNumbers(sum),
  avg: ofNumbers(mean),
  min: ofNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  max: ofNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  median: percentile(50),
  stddev: ofNumbers(deviation),
  // Rows come from the latest to the earliest or the other way round; both keep the instant.
  earliest: () => picking((instant, best) => instant < best),
  latest: () => picking((instant, best) => instant >= best),
}

function counting(counts: (value: Value) => boolean): Aggregation {
  let count = 0
  return { add: (value) => void (count += counts(value) ? 1 : 0), result: () => count }
}

/** Values come as `instant\nvalue`, see `stats`. */
function picking(isBetter: (instant: number, best: number) => boolean): Aggregation {
  let best: { instant: number; value: string } | undefined
  return {
    add(pair) {
      const [instant = '', ...value] = asText(pair).split('\n')
      if (!best || isBetter(Number(instant), best.instant)) best = { instant: Number(instant), value: value.join('\n') }
    },
    result: () => best?.value,
  }
}

export const needsInstant = (name: string) => name === 'earliest' || name === 'latest'

/** `percent` is the second argument of `pct`. */
export function aggregationNamed(name: string, percent: number | undefined, at: number): () => Aggregation {
  if (name === 'pct' || name === 'percentile') {
    if (percent === undefined) throw new QueryError(`${name} expects a field and a percentile`, at)
    return percentile(percent)
  }
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined
  if (!make) throw new QueryError(`Unknown aggregation ${name}`, at)
  return make
}
