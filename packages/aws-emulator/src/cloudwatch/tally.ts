import type { Column } from './samples.ts'

/** The values of one period, counted: all are whole numbers up to 65,535. Made once and cleared for the next period. */
export class Tally {
  readonly occurrences = new Uint32Array(65_536)
  count = 0
  sum = 0
  #highest = 0

  add(value: number, times: number): void {
    this.occurrences[value]! += times
    this.count += times
    this.sum += value * times
    if (value > this.#highest) this.#highest = value
  }

  /** The column's values at these places. A loop of its own, as nearly all that is read comes this way. */
  addPicked(column: Column, picks: Column): void {
    const { occurrences } = this
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

  clear(): void {
    this.occurrences.fill(0, 0, this.#highest + 1)
    this.count = 0
    this.sum = 0
    this.#highest = 0
  }
}
