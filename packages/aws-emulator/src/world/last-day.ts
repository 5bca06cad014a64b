import type { Place, Store } from '../lib/store.ts'
import { hourMs } from './stage-hour.ts'
import { hasTraffic, type Timeline } from './timeline.ts'
import type { Traffic } from './traffic.ts'
import { meanRate } from './traffic-profile.ts'

/** A day that begins within an hour takes in all of that hour. */
const hours = 25
/** In a world of very many stages, each of which is quickly worked out, more would cost memory only. */
const mostStages = 50
/** Fewer calls than there is room for, or the first hours would be gone before the last are there. */
const mostCalls = 8_000_000

type Busy = { place: Place; timeline: Timeline; rate: number }

/** Works out the last day of the busiest stages, the latest hours first: an hour of a stage with each step. Ends early when a stage changes. */
export function* lastDay(store: Store, traffic: Traffic): Generator<void, void> {
  const settled = traffic.settledUntil()
  const places = store.places()
  const before = places.map((place) => traffic.timelinesOf(place))
  const isAsBefore = () => places.every((place, index) => traffic.timelinesOf(place) === before[index])
  const stages = busiest(places.flatMap((place) => traffic.timelinesOf(place).map((timeline) => ({ place, timeline }))))
  for (let hour = 1; hour <= hours; hour++) {
    const start = settled - (settled % hourMs) - hour * hourMs
    for (const { place, timeline } of stages) {
      if (!isAsBefore()) return
      if (traffic.hasHour(place, timeline, start)) continue
      traffic.hour(place, timeline, start)
      yield
    }
  }
}

function busiest(stages: { place: Place; timeline: Timeline }[]): Busy[] {
  const byRate = stages.map((stage) => ({ ...stage, rate: rateOf(stage.timeline) })).toSorted((a, b) => b.rate - a.rate)
  let calls = 0
  return byRate.slice(0, mostStages).filter(({ rate }) => rate > 0 && (calls += rate * 60 * hours) <= mostCalls)
}

function rateOf({ entries }: Timeline): number {
  const stage = entries.at(-1)
  return stage && hasTraffic(stage) ? meanRate(stage.traffic) : 0
}
