import type { Requests } from '../cloudwatch/samples.ts'
import { countArrivals, minuteMs, planArrivals } from './arrivals.ts'
import type { RequestPool } from './request-pool.ts'
import { hasTraffic, type BusyStage, type StageInForce, type Timeline } from './timeline.ts'

export type PoolOf = (stage: StageInForce) => RequestPool

/** Calls on a stage while nothing about it changed: picks are filled up to `length`. */
type Part = { pool: RequestPool; picks: Uint16Array; length: number }

/**
 * The background traffic of one stage in one minute. Every planned call comes at its own instant, to the stage as it was
 * then, and is what the minute's seed makes it: so the past that is worked out when asked for and the present that runs
 * along with the clock are one and the same.
 */
export class StageMinute {
  readonly start: number
  readonly #seed: number
  readonly #poolOf: PoolOf
  #doneUntil: number
  #parts: Part[] = []

  constructor(start: number, seed: number, poolOf: PoolOf) {
    this.start = start
    this.#doneUntil = start
    this.#seed = seed
    this.#poolOf = poolOf
  }

  isOver(): boolean {
    return this.#doneUntil >= this.start + minuteMs
  }

  /** All that ran so far. */
  requests(): Requests[] {
    const toRequests = ({ pool, picks, length }: Part) => ({
      samples: pool.samples,
      picks: length === picks.length ? picks : picks.subarray(0, length),
    })
    return this.#parts.map(toRequests)
  }

  /** Runs what is planned before the instant (world ms). */
  advance({ entries }: Timeline, instant: number): void {
    const until = Math.min(instant, this.start + minuteMs)
    if (until <= this.#doneUntil) return
    // From the last entry that was in force when this began.
    const first = entries.findLastIndex(({ from }) => from <= this.#doneUntil)
    for (let index = Math.max(0, first); index < entries.length; index++) {
      const stage = entries[index]
      if (!stage || stage.from >= until) break
      const to = Math.min(entries[index + 1]?.from ?? Infinity, until)
      if (hasTraffic(stage)) this.#run(stage, Math.max(stage.from, this.#doneUntil), to)
    }
    this.#doneUntil = until
  }

  #run(stage: BusyStage, from: number, to: number): void {
    if (from === this.start && to === from + minuteMs) return this.#runWhole(stage)
    const arrivals = planArrivals(stage.traffic, this.start, this.#seed)
    const part = this.#partFor(this.#poolOf(stage), arrivals.length)
    for (let index = 0; index < arrivals.length; index++) {
      const at = this.start + (arrivals[index] ?? 0)
      if (at >= from && at < to) part.picks[part.length++] = part.pool.pick(this.#seed, index)
    }
  }

  /** Nothing changed within the minute: when its calls came makes no difference. */
  #runWhole(stage: BusyStage): void {
    const count = countArrivals(stage.traffic, this.start, this.#seed)
    const { pool, picks } = this.#partFor(this.#poolOf(stage), count)
    for (let index = 0; index < count; index++) picks[index] = pool.pick(this.#seed, index)
    this.#parts = [{ pool, picks, length: count }]
  }

  #partFor(pool: RequestPool, most: number): Part {
    const last = this.#parts.at(-1)
    if (last?.pool === pool) return last
    const part = { pool, picks: new Uint16Array(most), length: 0 }
    this.#parts.push(part)
    return part
  }
}
