import type { Column } from './samples.ts'
import type { Values } from './values.ts'

/** The values of one period, counted: all are whole numbers up to 65,535. Made once and cleared for the next period. */
export class Tally implements Values {
  readonly #occurrences = new Uint32Array(65_536)
  count = 0
  sum = 0
  #highest = 0

  add(value: number, times: number): void {
    this.#occurrences[value]! += times
    this.count += times
    this.sum += value * times
    if (value > this.#highest) this.#highest = value
  }

  /** The column's values at these places. A loop of its own, as nearly all that is read comes this way. */
  addPicked(column: Column, picks: Column): void {
    const occurrences = this.#occurrences
    let sum = 0
    let highest = this.#highest
    for (let index = 0; index < picks.length; index++) {
      const value = column[picks[index]!]!
      occurrences[value]! += 1
      sum += value
      if (value > highest) highest = value
    }
    this.count += picks.length
    this.sum += sum
    this.#highest = highest
  }

  atRank(rank: number): number {
    const occurrences = this.#occurrences
    if (rank * 2 <= this.count) {
      let left = rank
      let value = 0
      while ((left -= occurrences[value]!) > 0) value++
      return value
    }
    // From above it is the shorter way.
    let left = this.count - rank + 1
    let value = this.#highest
    while ((left -= occurrences[value]!) > 0) value--
    return value
  }

  *ascending(): Iterable<[number, number]> {
    for (let value = 0; value <= this.#highest; value++) {
      const times = this.#occurrences[value]!
      if (times > 0) yield [value, times]
    }
  }

  clear(): void {
    this.#occurrences.fill(0, 0, this.#highest + 1)
    this.count = 0
    this.sum = 0
    this.#highest = 0
  }
}
