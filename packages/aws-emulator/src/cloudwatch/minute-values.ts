import type { StageHour } from '../world/stage-hour.ts'
import type { Metric } from './metrics.ts'
import type { Column } from './samples.ts'
import type { Values } from './values.ts'

/** What a metric has in each minute of an hour, one after the other: the hour is sorted, so nothing needs to be counted. */
export class MinuteValues implements Values {
  readonly #hour: StageHour
  /** Without it all values are 1. */
  readonly #column: Column | undefined
  readonly #isLatency: boolean
  #begin = 0
  count = 0

  /** Of latencies and facts; `undefined` for what has to be counted. */
  static of(hour: StageHour, metric: Metric): MinuteValues | undefined {
    if (metric.onlyWhere) return undefined
    return new MinuteValues(hour, metric.valuesOf?.(hour.samples), metric.isLatency === true)
  }

  private constructor(hour: StageHour, column: Column | undefined, isLatency: boolean) {
    this.#hour = hour
    this.#column = column
    this.#isLatency = isLatency
  }

  moveTo(minute: number): void {
    this.#begin = this.#hour.beginOf(minute)
    this.count = this.#hour.beginOf(minute + 1) - this.#begin
  }

  get sum(): number {
    const column = this.#column
    if (!column) return this.count
    const { picks } = this.#hour
    const end = this.#begin + this.count
    let sum = 0
    for (let index = this.#begin; index < end; index++) sum += column[picks[index]!]!
    return sum
  }

  atRank(rank: number): number {
    if (this.#isLatency) return this.#column![this.#hour.picks[this.#begin + rank - 1]!]!
    return rank > this.count - this.sum ? 1 : 0
  }

  *ascending(): Iterable<[number, number]> {
    let first = 1
    for (let rank = 1; rank <= this.count; rank++) {
      const value = this.atRank(rank)
      if (rank < this.count && this.atRank(rank + 1) === value) continue
      yield [value, rank - first + 1]
      first = rank + 1
    }
  }
}
