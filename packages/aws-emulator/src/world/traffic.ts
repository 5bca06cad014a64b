import type { Requests, Sample } from '../cloudwatch/samples.ts'
import type { WorldClock } from '../lib/clock.ts'
import type { Place, Store } from '../lib/store.ts'
import { minuteMs } from './arrivals.ts'
import { OutsideRequests, type OutsideMinute } from './outside-requests.ts'
import { PlannedTraffic, type IsPlanned, type PlannedRequest } from './planned-traffic.ts'
import type { Ways } from './request-pool.ts'
import { hourMs, type StageHour } from './stage-hour.ts'
import { surroundingsIn } from './surroundings.ts'
import { stageKey, type StageInForce, type Timeline } from './timeline.ts'
import { timelineReader, type ReadTimelines } from './timelines.ts'

/** What is over is kept by the hour or by five minutes, wherever a period takes in all of it. */
const stretches = [hourMs, 5 * minuteMs]

export type Traffic = {
  timelinesOf: ReadTimelines
  /** All requests of a stage from one whole minute to another, as far as the clock has gone. */
  requestsBetween(place: Place, timeline: Timeline, from: number, to: number): Requests[]
  /** A settled hour of a stage; undefined where it changed in it, or requests came from outside. */
  hour(place: Place, timeline: Timeline, start: number): StageHour | undefined
  /** Whether an hour is at hand already, or has nothing to work out. */
  hasHour(place: Place, timeline: Timeline, start: number): boolean
  /** The instant up to which nothing that is told will change any more (world ms). */
  settledUntil(): number
  /** The planned requests of one whole minute, as far as the clock has gone, together. */
  plannedSums(place: Place, timeline: Timeline, minute: number): Requests[]
  /** The planned requests of one whole minute, as far as the clock has gone, in their order. */
  plannedIn(place: Place, timeline: Timeline, minute: number, isAsked?: IsPlanned): Iterable<PlannedRequest>
  /** Adds the planned requests of one whole minute that is over to the counts by key. */
  countKeyed(place: Place, timeline: Timeline, minute: number, counts: Map<string, number>): void
  /** The ways of the calls that are planned for a stage while it is so. */
  waysOf(place: Place, stage: StageInForce): Ways
  /** Requests from outside, by stage and minute. */
  outsideOf(place: Place): OutsideMinute[]
  /** Notes a request that came from outside the plan. */
  record(place: Place, stage: StageInForce, at: number, sample: Sample, hasCache: boolean): void
  /** Runs the background calls that are due. */
  tick(): void
  forget(matches: (place: Place) => boolean): void
}

export function createTraffic(store: Store, clock: WorldClock, seed: number, publicationSeconds = 0): Traffic {
  const timelinesOf = timelineReader(store)
  const planned = new PlannedTraffic(seed, (place) => surroundingsIn(store, place))
  const outside = new OutsideRequests()

  function requestsBetween(place: Place, timeline: Timeline, from: number, to: number): Requests[] {
    const parts: Requests[] = []
    const now = clock.now()
    // What comes in this very millisecond is told too, unless minutes come whole.
    const end = Math.min(to, publicationSeconds === 0 ? now + 1 : toldUntil())
    let at = from
    while (at < end) {
      const length = stretches.find((ms) => at % ms === 0 && at + ms <= Math.min(end, now))
      const some = length ? planned.stretch(place, timeline, at, at + length) : planned.minute(place, timeline, at, now)
      parts.push(...some)
      at += length ?? minuteMs
    }
    return parts.concat(outside.between(stageKey(place, timeline), from, end))
  }

  function hour(place: Place, timeline: Timeline, start: number): StageHour | undefined {
    return outside.hasAny(stageKey(place, timeline), start, start + hourMs)
      ? undefined
      : planned.hour(place, timeline, start)
  }

  /** Metrics are published minute by minute where they come late. */
  function toldUntil(): number {
    const heard = clock.now() - publicationSeconds * 1000
    return publicationSeconds === 0 ? heard : heard - (heard % minuteMs)
  }

  return {
    timelinesOf,
    requestsBetween,
    hour,
    hasHour: (place, timeline, start) => planned.hasHour(place, timeline, start),
    settledUntil: toldUntil,
    plannedSums(place, timeline, minute) {
      const now = clock.now()
      const hourStart = minute - (minute % hourMs)
      // Whoever asks for one minute mostly asks for others: an hour's are at hand for little more.
      if (hourStart + hourMs <= now) planned.hour(place, timeline, hourStart)
      return planned.minute(place, timeline, minute, now)
    },
    plannedIn: (place, timeline, minute, isAsked) => planned.oneByOne(place, timeline, minute, clock.now(), isAsked),
    countKeyed: (place, timeline, minute, counts) => planned.countKeyed(place, timeline, minute, counts),
    waysOf: (place, stage) => planned.waysOf(place, stage),
    outsideOf: (place) => outside.of(place),
    record(place, stage, at, sample, hasCache) {
      outside.record(stageKey(place, stage), stage.apiName, at, sample, hasCache)
    },
    tick() {
      const now = clock.now()
      for (const place of store.places()) {
        for (const timeline of timelinesOf(place)) {
          if (timeline.entries.at(-1)?.traffic) planned.minute(place, timeline, now - (now % minuteMs), now)
        }
      }
    },
    forget(matches) {
      const isGone = (key: string) => {
        const [account = '', region = ''] = key.split('/')
        return matches({ account, region })
      }
      planned.forget(isGone)
      outside.forget(isGone)
    },
  }
}
