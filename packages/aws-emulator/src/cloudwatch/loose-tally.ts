import type { Values } from './values.ts'

/** The values of one period of a metric that programs publish: any numbers, each with its count. */
export class LooseTally implements Values {
  readonly #occurrences = new Map<number, number>()
  /** Of statistic sets only sum, count and bounds are known: then there are no percentiles (documented). */
  #sets = false
  count = 0
  sum = 0
  #least = Infinity
  #most = -Infinity

  add(value: number, times: number): void {
    this.#occurrences.set(value, (this.#occurrences.get(value) ?? 0) + times)
    this.#note(times, value * times, value, value)
  }

  addSet(count: number, sum: number, least: number, most: number): void {
    if (least === most || count === 1) return this.add(sum / count, count)
    this.#sets = true
    this.#note(count, sum, least, most)
  }

  addAll(other: LooseTally): void {
    for (const [value, times] of other.#occurrences) {
      this.#occurrences.set(value, (this.#occurrences.get(value) ?? 0) + times)
    }
    this.#sets ||= other.#sets
    this.#note(other.count, other.sum, other.#least, other.#most)
  }

  atRank(rank: number): number {
    if (rank <= 1) return this.#least
    if (rank >= this.count) return this.#most
    if (this.#sets) return NaN
    let left = rank
    for (const [value, times] of this.ascending()) if ((left -= times) <= 0) return value
    return this.#most
  }

  ascending(): [number, number][] {
    return this.#sets ? [] : [...this.#occurrences].toSorted(([a], [b]) => a - b)
  }

  #note(count: number, sum: number, least: number, most: number): void {
    this.count += count
    this.sum += sum
    this.#least = Math.min(this.#least, least)
    this.#most = Math.max(this.#most, most)
  }
}
