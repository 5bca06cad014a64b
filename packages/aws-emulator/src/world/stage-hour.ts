import type { Requests, Samples } from '../cloudwatch/samples.ts'
import { countArrivals, minuteMs } from './arrivals.ts'
import { poolBits, type RequestPool } from './request-pool.ts'
import type { TrafficProfile } from './traffic-profile.ts'

const minutes = 60
export const hourMs = minutes * minuteMs
const pickMask = 2 ** poolBits - 1

/** Room to sort in, kept for the next hour. A call is its minute and, in the lowest bits, its place in the pool. */
let drawn = new Uint32Array(1 << 16)
let sorted = new Uint32Array(1 << 16)
const nextOfLatency = new Uint32Array(1 << 16)

/**
 * The calls of an hour in which nothing about the stage changed, minute by minute, and those of a minute by their latency:
 * an exact histogram of each, in which a percentile is one look.
 */
export class StageHour {
  readonly samples: Samples
  /** Places in the samples. */
  readonly picks: Uint16Array
  /** Where the calls of each minute end. */
  readonly #ends = new Uint32Array(minutes)

  constructor(pool: RequestPool, traffic: TrafficProfile, start: number, seedOf: (minute: number) => number) {
    this.samples = pool.samples
    let length = 0
    for (let minute = 0; minute < minutes; minute++) {
      const at = start + minute * minuteMs
      const seed = seedOf(at / minuteMs)
      const begin = length
      length += countArrivals(traffic, at, seed)
      if (length > drawn.length) makeRoom(length * 2)
      for (let index = begin; index < length; index++) {
        drawn[index] = (minute << poolBits) | pool.pick(seed, index - begin)
      }
      this.#ends[minute] = length
    }
    sortByLatency(length, pool.samples.latency)
    this.picks = this.#byMinute(length)
  }

  /** In numbers of two bytes. */
  get size(): number {
    return this.picks.length + 2 * minutes
  }

  /** Where the calls of a minute begin, and those of the minute before end. */
  beginOf(minute: number): number {
    return minute === 0 ? 0 : this.#ends[minute - 1]!
  }

  /** The calls from one minute of the hour to another. */
  stretch(from: number, to: number): Requests {
    return { samples: this.samples, picks: this.picks.subarray(this.beginOf(from), this.beginOf(to)) }
  }

  /** What was sorted, each into its minute. */
  #byMinute(length: number): Uint16Array {
    const picks = new Uint16Array(length)
    const next = new Uint32Array(minutes)
    next.set(this.#ends.subarray(0, minutes - 1), 1)
    for (let index = 0; index < length; index++) {
      const call = sorted[index]!
      picks[next[call >>> poolBits]!++] = call & pickMask
    }
    return picks
  }
}

/** By counting, as latencies are whole numbers: a fraction of what comparing takes. */
function sortByLatency(length: number, latency: Uint16Array): void {
  let highest = 0
  for (let index = 0; index < length; index++) {
    const value = latency[drawn[index]! & pickMask]!
    nextOfLatency[value]! += 1
    if (value > highest) highest = value
  }
  let next = 0
  for (let value = 0; value <= highest; value++) {
    const count = nextOfLatency[value]!
    nextOfLatency[value] = next
    next += count
  }
  for (let index = 0; index < length; index++) {
    const call = drawn[index]!
    sorted[nextOfLatency[latency[call & pickMask]!]!++] = call
  }
  nextOfLatency.fill(0, 0, highest + 1)
}

function makeRoom(length: number): void {
  const before = drawn
  drawn = new Uint32Array(length)
  drawn.set(before)
  sorted = new Uint32Array(length)
}
