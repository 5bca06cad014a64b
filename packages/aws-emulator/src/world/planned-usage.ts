import { LRUCache } from 'lru-cache'
import { kinds, type UsagePlanRecord } from '../apigateway/records.ts'
import { dayOf } from '../apigateway/usage.ts'
import type { WorldClock } from '../lib/clock.ts'
import type { Place, Store } from '../lib/store.ts'
import { minuteMs } from './arrivals.ts'
import { callersOf } from './callers.ts'
import { stageKey, type Timeline } from './timeline.ts'
import type { PlannedUsage } from '../apigateway/usage-reader.ts'
import type { Traffic } from './traffic.ts'

/** Calls by key: of a day up to an instant. */
type Counted = { until: number; calls: Map<string, number> }

const dayMs = 24 * 60 * 60 * 1000
/** A hundred days of some stages. */
const keptDays = 2_000

/**
 * Counts the planned calls of keys, one by one, so that usage, access log and metrics agree: a day that is over once, today as
 * far as its minutes are over. The calls of before the traffic was recorded are in the usage rows.
 */
export function plannedUsage(store: Store, traffic: Traffic, clock: WorldClock): PlannedUsage {
  const days = new LRUCache<string, Counted>({ max: keptDays })

  function countedOn(place: Place, timeline: Timeline, start: number): Map<string, number> {
    const version = timeline.entries.filter(({ from }) => from < start + dayMs).length
    const key = `${stageKey(place, timeline)}/${start}/${version}`
    const counted = days.get(key) ?? { until: start, calls: new Map<string, number>() }
    const now = clock.now()
    const end = Math.min(start + dayMs, now - (now % minuteMs))
    for (; counted.until < end; counted.until += minuteMs)
      traffic.countKeyed(place, timeline, counted.until, counted.calls)
    days.set(key, counted)
    return counted.calls
  }

  return (place, usagePlanId, keyId, from, to) => {
    const plan = store.get<UsagePlanRecord>(place, kinds.usagePlan, usagePlanId)
    let sum = 0
    for (const { apiId, stage } of plan?.apiStages ?? []) {
      if (!callersOf(store, place, apiId, stage).some((caller) => caller.keyId === keyId)) continue
      const timeline = traffic.timelinesOf(place).find((one) => one.apiId === apiId && one.stageName === stage)
      const busy = timeline?.entries.find(({ traffic: calls }) => calls !== undefined)
      if (!timeline || !busy) continue
      const first = Math.max(Date.parse(from), Date.parse(dayOf(busy.from)))
      const last = Math.min(Date.parse(to), clock.now())
      for (let start = first; start <= last; start += dayMs) sum += countedOn(place, timeline, start).get(keyId) ?? 0
    }
    return sum
  }
}
