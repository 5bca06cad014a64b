import type { Random } from '../lib/random.ts'
import type { Behaviour } from './world-function.ts'

const steps = 4096
const z99 = 2.3263478740408408
const longestMs = 29000
const tables = new WeakMap<Behaviour['latency'], Uint16Array>()

/** A whole number of ms from a log-normal distribution, given its median and 99th percentile. */
export function drawLatency(latency: Behaviour['latency'], random: Random): number {
  let table = tables.get(latency)
  if (!table) tables.set(latency, (table = quantiles(latency)))
  return table[Math.floor(random() * steps)] ?? 0
}

/** The distribution at evenly spaced ranks: a draw is then one look-up, which is what makes a day's past cheap. */
function quantiles({ medianMs, p99Ms }: Behaviour['latency']): Uint16Array {
  const sigma = Math.log(Math.max(p99Ms / medianMs, 1)) / z99
  return Uint16Array.from({ length: steps }, (_, index) => {
    const value = medianMs * Math.exp(sigma * normalQuantile((index + 0.5) / steps))
    return Math.max(1, Math.min(longestMs, Math.round(value)))
  })
}

/** Quantile of the standard normal distribution (Acklam's rational approximation, error under 1.2e-9). */
function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    const top =
      ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
        4.374664141464968) *
        q +
      2.938163982698783
    const bottom =
      (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1
    return top / bottom
  }
  const q = p - 0.5
  const r = q * q
  const top =
    (((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
    q
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return top / bottom
}
