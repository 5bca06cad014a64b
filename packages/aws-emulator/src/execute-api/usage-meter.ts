import { kinds, type UsageRecord } from '../apigateway/records.ts'
import { planKeyKey } from '../apigateway/usage-plan-keys.ts'
import type { UsageReader } from '../apigateway/usage-reader.ts'
import { dayOf } from '../apigateway/usage.ts'
import type { PlannedUsage } from '../apigateway/usage-reader.ts'
import type { Place, Store } from '../lib/store.ts'

/** Counts what keys use of their plans. */
export type UsageMeter = UsageReader & {
  count(place: Place, usagePlanId: string, keyId: string, at: number): void
  /** Keeps what was counted since the last time. */
  flush(): void
  forget(matches: (place: Place) => boolean): void
}

type Pending = { place: Place; usagePlanId: string; keyId: string; days: Map<string, number> }

/** Longer than anybody can ask for. */
const keptDays = 100

/** Counts are in memory until they are flushed: a count for each request would be a write to the disk for each. */
export function createUsageMeter(store: Store, planned: PlannedUsage = () => 0): UsageMeter {
  const pending = new Map<string, Pending>()
  const pendingKey = ({ account, region }: Place, planId: string, keyId: string) =>
    `${account}/${region}/${planKeyKey(planId, keyId)}`
  const rowOf = (place: Place, planId: string, keyId: string) =>
    store.get<UsageRecord>(place, kinds.usage, planKeyKey(planId, keyId))

  function usedBetween(place: Place, planId: string, keyId: string, from: string, to: string): number {
    const unkept = pending.get(pendingKey(place, planId, keyId))
    const days = [...Object.entries(rowOf(place, planId, keyId)?.days ?? {}), ...(unkept?.days ?? [])]
    const counted = days.reduce((sum, [day, used]) => sum + (day >= from && day <= to ? used : 0), 0)
    return counted + planned(place, planId, keyId, from, to)
  }

  function write({ place, usagePlanId, keyId, days }: Pending) {
    const row = rowOf(place, usagePlanId, keyId) ?? { usagePlanId, keyId, days: {} }
    const sums = new Map(Object.entries(row.days))
    for (const [day, used] of days) sums.set(day, (sums.get(day) ?? 0) + used)
    const latest = [...sums].toSorted(([a], [b]) => a.localeCompare(b)).slice(-keptDays)
    const value: UsageRecord = { ...row, days: Object.fromEntries(latest) }
    return { ...place, kind: kinds.usage, id: planKeyKey(usagePlanId, keyId), value }
  }

  function count(place: Place, usagePlanId: string, keyId: string, day: string, requests: number) {
    const key = pendingKey(place, usagePlanId, keyId)
    let entry = pending.get(key)
    if (!entry) pending.set(key, (entry = { place, usagePlanId, keyId, days: new Map() }))
    entry.days.set(day, (entry.days.get(day) ?? 0) + requests)
  }

  function countAgain({ place, usagePlanId, keyId, days }: Pending) {
    for (const [day, requests] of days) count(place, usagePlanId, keyId, day, requests)
  }

  return {
    usedBetween,
    grantedTo: (place, planId, keyId) => rowOf(place, planId, keyId)?.granted,
    count: (place, usagePlanId, keyId, at) => count(place, usagePlanId, keyId, dayOf(at), 1),
    flush() {
      if (pending.size === 0) return
      const counted = [...pending.values()]
      store.keep(counted.map(write))
      pending.clear()
      // What the disk refuses is undone: it is tried again with what is counted until then.
      store.settled()?.catch(() => counted.forEach(countAgain))
    },
    forget(matches) {
      for (const [key, { place }] of pending) if (matches(place)) pending.delete(key)
    },
  }
}
