import { LRUCache } from 'lru-cache'
import type { Requests } from '../cloudwatch/samples.ts'
import { hashOf, seedOfHash } from '../lib/random.ts'
import type { Place } from '../lib/store.ts'
import { countArrivals, minuteMs, planArrivals } from './arrivals.ts'
import { callerOf, callerPlace, callersAt, sameCallers, weightOf } from './callers.ts'
import { RequestPool, waysThrough, type Ways } from './request-pool.ts'
import { hourMs, StageHour } from './stage-hour.ts'
import { StageMinute } from './stage-minute.ts'
import { PickList, sizeOf, sumUp } from './sum-up.ts'
import type { Surroundings } from './surroundings.ts'
import { hasTraffic, onlyStage, stageKey, type BusyStage, type StageInForce, type Timeline } from './timeline.ts'

/** 20 MB of minutes, of hours and of longer stretches each, at 2 bytes a number. What falls out is worked out anew. */
const keptNumbers = 10_000_000
/** What a minute or a stretch costs besides its own numbers. */
const baseCost = 400

/** One planned call: when it came to which stage, and its place in the stage's pool. */
export type PlannedRequest = {
  stage: StageInForce
  at: number
  /** The seed of its minute and its number there: together they make it unlike all others. */
  seed: number
  number: number
  pool: RequestPool
  pick: number
  /** Whose key it came with, where the method takes one. */
  keyId: string | undefined
}

/** Tells planned calls apart by their place in a pool. */
export type IsPlanned = (pool: RequestPool, pick: number) => boolean

/** The background traffic of all stages, worked out when asked for. */
export class PlannedTraffic {
  readonly #seed: number
  readonly #surroundingsOf: (place: Place) => Surroundings
  /** A minute in progress goes on from where it was; of one that is over only the requests are kept. */
  readonly #minutes = new LRUCache<string, StageMinute | Requests[]>({ maxSize: keptNumbers })
  readonly #stretches = new LRUCache<string, Requests[]>({ maxSize: keptNumbers })
  readonly #hours = new LRUCache<string, StageHour>({ maxSize: keptNumbers })
  readonly #pools = new WeakMap<StageInForce, RequestPool>()
  readonly #ways = new WeakMap<StageInForce, Ways>()
  readonly #hashes = new WeakMap<Timeline | StageInForce, number>()

  constructor(seed: number, surroundingsOf: (place: Place) => Surroundings) {
    this.#seed = seed
    this.#surroundingsOf = surroundingsOf
  }

  /** The requests of one minute, as far as the clock has gone. */
  minute(place: Place, timeline: Timeline, start: number, now: number): Requests[] {
    if (isQuiet(timeline, start, start + minuteMs)) return []
    const key = `${stageKey(place, timeline)}/${start}`
    const known = this.#minutes.get(key)
    if (Array.isArray(known)) return known
    const hour = known ? undefined : this.#hourAtHand(place, timeline, start, start + minuteMs)
    if (hour) return [hour]
    const stage = known || start + minuteMs > now ? undefined : onlyStage(timeline, start, start + minuteMs)
    if (stage) {
      const whole = [this.#wholeStretch(place, timeline, stage, start, start + minuteMs)]
      this.#minutes.set(key, whole, { size: baseCost + sizeOf(whole) })
      return whole
    }
    const minute = known ?? this.#newMinute(place, timeline, start)
    minute.advance(timeline, now)
    const requests = minute.requests()
    this.#minutes.set(key, minute.isOver() ? requests : minute, { size: baseCost + sizeOf(requests) })
    return requests
  }

  /** An hour that is over, minute by minute; undefined where nobody called, or the stage changed in it. */
  hour(place: Place, timeline: Timeline, start: number): StageHour | undefined {
    const stage = onlyStage(timeline, start, start + hourMs)
    if (!stage) return undefined
    const key = hourKey(place, timeline, start)
    const known = this.#hours.get(key)
    if (known) return known
    const seedOf = (minute: number) => this.#seedOf(place, timeline, minute)
    const hour = new StageHour(this.#poolOf(place, stage), stage.traffic, start, seedOf)
    this.#hours.set(key, hour, { size: baseCost + hour.size })
    return hour
  }

  /** Whether an hour is at hand already, or can't be. */
  hasHour(place: Place, timeline: Timeline, start: number): boolean {
    return this.#hours.has(hourKey(place, timeline, start)) || !onlyStage(timeline, start, start + hourMs)
  }

  /** The requests of some minutes that are over. They are drawn anew, as they are seldom asked for one by one. */
  stretch(place: Place, timeline: Timeline, start: number, end: number): Requests[] {
    if (isQuiet(timeline, start, end)) return []
    const key = `${stageKey(place, timeline)}/${start}/${end}`
    const known = this.#stretches.get(key)
    if (known) return known
    const hour = end - start < hourMs ? this.#hourAtHand(place, timeline, start, end) : undefined
    if (hour) return [hour]
    const stage = onlyStage(timeline, start, end)
    const requests = stage
      ? [this.#wholeStretch(place, timeline, stage, start, end)]
      : sumUp(this.#minutesOf(place, timeline, start, end))
    this.#stretches.set(key, requests, { size: baseCost + sizeOf(requests) })
    return requests
  }

  /** The requests of some minutes of an hour that was worked out. */
  #hourAtHand(place: Place, timeline: Timeline, start: number, end: number): Requests | undefined {
    const hourStart = start - (start % hourMs)
    const hour = this.#hours.get(hourKey(place, timeline, hourStart))
    return hour?.stretch((start - hourStart) / minuteMs, (end - hourStart) / minuteMs)
  }

  #minutesOf(place: Place, timeline: Timeline, start: number, end: number): Requests[] {
    const parts: Requests[] = []
    for (let at = start; at < end; at += minuteMs) {
      const minute = this.#newMinute(place, timeline, at)
      minute.advance(timeline, at + minuteMs)
      parts.push(...minute.requests())
    }
    return parts
  }

  /** The same in one go, where nothing changed: nearly all that is read over days comes this way. */
  #wholeStretch(place: Place, timeline: Timeline, stage: BusyStage, start: number, end: number): Requests {
    const pool = this.#poolOf(place, stage)
    const all = new PickList()
    for (let at = start; at < end; at += minuteMs) {
      const seed = this.#seedOf(place, timeline, at / minuteMs)
      const count = countArrivals(stage.traffic, at, seed)
      for (let index = 0; index < count; index++) all.add(pool.pick(seed, index))
    }
    return all.requests(pool.samples)
  }

  /** The requests of one minute, one by one in the order in which they came, each with its number in the minute. */
  *oneByOne(
    place: Place,
    timeline: Timeline,
    start: number,
    now: number,
    isAsked: IsPlanned = () => true,
  ): Iterable<PlannedRequest> {
    const { entries } = timeline
    const seed = this.#seedOf(place, timeline, start / minuteMs)
    const end = Math.min(start + minuteMs, now)
    const callers = this.#surroundingsOf(place).callers(timeline.apiId, timeline.stageName)
    const first = Math.max(
      0,
      entries.findLastIndex(({ from }) => from <= start),
    )
    for (let index = first; index < entries.length; index++) {
      const stage = entries[index]
      if (!stage || stage.from >= end) return
      if (!hasTraffic(stage)) continue
      const until = Math.min(entries[index + 1]?.from ?? Infinity, end)
      const pool = this.#poolOf(place, stage)
      const arrivals = planArrivals(stage.traffic, start, seed)
      for (let number = 0; number < arrivals.length; number++) {
        const at = start + arrivals[number]!
        if (at >= Math.max(stage.from, start) && at < until) {
          const pick = pool.pick(seed, number)
          if (!isAsked(pool, pick)) continue
          const keyId = pool.isKeyed(pick) ? callerOf(callersAt(callers, at), seed, number) : undefined
          yield { stage, at, seed, number, pool, pick, keyId }
        }
      }
    }
  }

  /**
   * Adds the calls with a key of a whole minute that is over to the counts by key: as they are one by one, but without making
   * each of them, since a look at a key's use takes in millions.
   */
  countKeyed(place: Place, timeline: Timeline, start: number, counts: Map<string, number>): void {
    const end = start + minuteMs
    const add = (keyId: string, calls: number) => counts.set(keyId, (counts.get(keyId) ?? 0) + calls)
    const stage = onlyStage(timeline, start, end)
    const all = this.#surroundingsOf(place).callers(timeline.apiId, timeline.stageName)
    if (!stage || !sameCallers(all, start, end)) {
      for (const { keyId } of this.oneByOne(place, timeline, start, end)) if (keyId !== undefined) add(keyId, 1)
      return
    }
    const seed = this.#seedOf(place, timeline, start / minuteMs)
    const pool = this.#poolOf(place, stage)
    const callers = callersAt(all, start)
    const weight = weightOf(callers)
    const calls = new Uint32Array(callers.length)
    const arrivals = countArrivals(stage.traffic, start, seed)
    for (let number = 0; number < arrivals; number++) {
      if (!pool.isKeyed(pool.pick(seed, number))) continue
      const caller = callerPlace(callers, weight, seed, number)
      if (caller !== -1) calls[caller]! += 1
    }
    for (const [at, { keyId }] of callers.entries()) if (calls[at]! > 0) add(keyId, calls[at]!)
  }

  /** The ways of a stage's planned calls; those that can be called at all, whether or not one has come yet. */
  waysOf(place: Place, stage: StageInForce): Ways {
    const known = this.#ways.get(stage)
    if (known) return known
    const ways = waysThrough(place, stage, this.#surroundingsOf(place))
    this.#ways.set(stage, ways)
    return ways
  }

  /** Forgets the places that match. */
  forget(isGone: (key: string) => boolean): void {
    for (const cache of [this.#minutes, this.#stretches, this.#hours]) {
      for (const key of [...cache.keys()].filter(isGone)) cache.delete(key)
    }
  }

  #newMinute(place: Place, timeline: Timeline, start: number): StageMinute {
    const seed = this.#seedOf(place, timeline, start / minuteMs)
    return new StageMinute(start, seed, (stage) => this.#poolOf(place, stage))
  }

  #poolOf(place: Place, stage: StageInForce): RequestPool {
    const known = this.#pools.get(stage)
    if (known) return known
    // The same for all that a stage ever was: what its callers don't notice makes no step in its metrics.
    const pool = new RequestPool(stage, this.waysOf(place, stage), this.#seedOf(place, stage, 0))
    this.#pools.set(stage, pool)
    return pool
  }

  #seedOf(place: Place, stage: Timeline | StageInForce, number: number): number {
    let hash = this.#hashes.get(stage)
    if (hash === undefined) this.#hashes.set(stage, (hash = hashOf(`${this.#seed}/${stageKey(place, stage)}`)))
    return seedOfHash(hash, number)
  }
}

const hourKey = (place: Place, timeline: Timeline, start: number) => `${stageKey(place, timeline)}/${start}`

/** Nothing is planned: a look far back passes over such times without keeping them. */
function isQuiet({ entries }: Timeline, start: number, end: number): boolean {
  const first = Math.max(
    0,
    entries.findLastIndex(({ from }) => from <= start),
  )
  for (let index = first; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry || entry.from >= end) return true
    if (hasTraffic(entry)) return false
  }
  return true
}
