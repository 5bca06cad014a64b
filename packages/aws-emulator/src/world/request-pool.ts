import { Samples } from '../cloudwatch/samples.ts'
import { pickCanary } from '../execute-api/pick-canary.ts'
import { hasCache } from '../execute-api/cache-policy.ts'
import { planRequest, type Way } from '../execute-api/planned-request.ts'
import { seededRandom, type Random } from '../lib/random.ts'
import type { Place } from '../lib/store.ts'
import type { Surroundings } from './surroundings.ts'
import type { StageInForce } from './timeline.ts'
import type { TrafficCall } from './traffic-profile.ts'

export const poolBits = 13
const poolSize = 2 ** poolBits

/** Multiples of these fill eight dimensions evenly, more than a request draws (Roberts' R sequence: x⁹ = x + 1). */
const strides = [1, 2, 3, 4, 5, 6, 7, 8].map((power) => 1.085070245491451 ** -power)

/**
 * The calls a stage can get while nothing about it changes: each goes through the data plane once, when first needed,
 * with draws of its own, spread so evenly that what is rare is as rare as it should be. The traffic picks among them at
 * random, which makes a call of the past as cheap as a look-up.
 */
export class RequestPool {
  readonly samples: Samples
  readonly #drawn = new Uint8Array(poolSize)
  readonly #offsets: number[]
  readonly #stage: StageInForce
  readonly #calls: TrafficCall[]
  readonly #weight: number
  readonly #ways: Ways

  constructor(stage: StageInForce, ways: Ways, seed: number) {
    this.samples = new Samples(stage.apiName, poolSize, hasCache(stage, stage.from))
    this.samples.length = poolSize
    const random = seededRandom(seed)
    this.#offsets = strides.map(random)
    this.#stage = stage
    this.#calls = stage.traffic?.calls ?? []
    this.#weight = this.#calls.reduce((sum, { weight }) => sum + weight, 0)
    this.#ways = ways
  }

  /** The place in the samples of the nth call of a minute, whose seed it is. */
  pick(seed: number, index: number): number {
    const at = mixed(seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> (32 - poolBits)
    if (this.#drawn[at] === 0) this.#draw(at)
    return at
  }

  /** The planned call at a place: what its first draw chooses. */
  callAt(at: number): TrafficCall {
    return this.#calls[this.#rankOf(this.#evenly(at)())] ?? this.#callsNothing()
  }

  /** Whether the method at a place takes a key; only of what was picked. */
  isKeyed(at: number): boolean {
    return this.samples.routes[this.samples.route[at]!]!.keyed === true
  }

  #draw(at: number): void {
    const random = this.#evenly(at)
    const rank = this.#rankOf(random())
    const isCanary = pickCanary(this.#stage.canary, random)
    const way = (isCanary ? this.#ways.canary : this.#ways.production)[rank] ?? this.#callsNothing()
    const { status, latencyMs, integrationLatencyMs, cache, refusal } = way.run(random)
    this.samples.set(at, { route: way.route, isCanary, status, latencyMs, integrationLatencyMs, cache, refusal })
    this.#drawn[at] = 1
  }

  #rankOf(place: number): number {
    let left = place * this.#weight
    for (let index = 0; index < this.#calls.length; index++) {
      left -= this.#calls[index]?.weight ?? 0
      if (left < 0) return index
    }
    return this.#calls.length - 1
  }

  #callsNothing(): never {
    throw new Error(`Traffic of the stage ${this.#stage.stageName} calls nothing`)
  }

  #evenly(at: number): Random {
    let dimension = 0
    return () => {
      const place = (this.#offsets[dimension] ?? 0) + at * (strides[dimension] ?? 0)
      dimension++
      return place - Math.floor(place)
    }
  }
}

/** The end of MurmurHash3: neighbours come out unlike. */
function mixed(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The way of each kind of call through a stage, on either side of its canary. */
export type Ways = { canary: Way[]; production: Way[] }

export function waysThrough(place: Place, stage: StageInForce, surroundings: Surroundings): Ways {
  const planned = (isCanary: boolean) =>
    (stage.traffic?.calls ?? []).map((call) => planRequest(call, { place, stage, isCanary, surroundings }))
  return { canary: stage.canary ? planned(true) : [], production: planned(false) }
}
