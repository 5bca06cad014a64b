import type { Call } from '../../apigateway/call.ts'
import { createApiKey } from '../../apigateway/create-api-key.ts'
import { createUsagePlan } from '../../apigateway/create-usage-plan.ts'
import { createUsagePlanKey } from '../../apigateway/create-usage-plan-key.ts'
import { kinds, type RestApiRecord, type UsageRecord } from '../../apigateway/records.ts'
import { planKeyKey } from '../../apigateway/usage-plan-keys.ts'
import { dayOf } from '../../apigateway/usage.ts'
import { seedFrom, unitOf } from '../../lib/random.ts'
import { callersKind, type Caller } from '../callers.ts'
import { timelineKey } from '../timeline.ts'
import { demoCallers, demoPlans } from './demo-plans.ts'
import type { DemoKey } from './partner-keys.ts'

const dayMs = 24 * 60 * 60 * 1000
/** The planned traffic tells of the last two weeks; what was used before is in the rows, as far back as AWS tells. */
const plannedDays = 15
const keptDays = 90

/** Makes keys and plans as people would have, says who calls with which key, and what they used before the recorded traffic. */
export function buildKeys(callAt: (instant: number) => Call, now: number): void {
  const present = callAt(now)
  const ids = new Map(present.unit.list<RestApiRecord>(kinds.restApi).map(({ name, id }) => [name, id]))
  const daysAgo = (days: number) => callAt(now - days * dayMs)
  const plans = new Map(
    demoPlans.map(({ at, methods, ...plan }) => {
      const apiStages = at?.stages.map((stage) => ({ apiId: ids.get(at.api), stage, throttle: methods }))
      return [plan.name, createUsagePlan(daysAgo(220), { ...plan, apiStages }).id ?? ''] as const
    }),
  )
  const made = new Map<DemoKey, string>()
  for (const key of demoCallers.flatMap(({ keys }) => keys)) {
    if (made.has(key)) continue
    const { name, owner, email, plan, disabled, madeDaysAgo } = key
    const call = daysAgo(madeDaysAgo)
    const { id: keyId = '' } = createApiKey(call, { name, enabled: !disabled, tags: { owner, email } })
    made.set(key, keyId)
    createUsagePlanKey(call, { usagePlanId: plans.get(plan), keyId, keyType: 'API_KEY' })
  }
  for (const { api, stage, keys } of demoCallers) {
    const apiId = ids.get(api) ?? ''
    const callers = keys.filter(({ share = 0 }) => share > 0).map((key) => callerFor(key, made.get(key)!, now))
    present.unit.put(callersKind, timelineKey(apiId, stage), callers)
    for (const key of keys) keepUsage(present, key, plans.get(key.plan)!, made.get(key)!, callsADay[`${api}/${stage}`])
  }
}

const callerFor = ({ share = 0, calledFrom, calledUntil }: DemoKey, keyId: string, now: number): Caller => ({
  keyId,
  weight: share,
  ...(calledFrom !== undefined && { from: now - calledFrom * dayMs }),
  ...(calledUntil !== undefined && { until: now - calledUntil * dayMs }),
})

/** About as many calls with a key as the recorded traffic of a working day has. */
const callsADay: Record<string, number> = {
  'partners/prod': 80_000,
  'partners/sandbox': 10_500,
  'checkout/prod': 98_000,
}

/** Its rise to what it is, its weekends, and a little of chance. */
function keepUsage(call: Call, key: DemoKey, usagePlanId: string, keyId: string, calls = 0): void {
  const days: Record<string, number> = {}
  const begun = Math.min(keptDays, key.madeDaysAgo - 1)
  for (let ago = begun; ago >= plannedDays; ago--) {
    if (key.calledFrom !== undefined && ago > key.calledFrom) continue
    const at = call.now - ago * dayMs
    const weekend = [0, 6].includes(new Date(at).getUTCDay()) ? 0.45 : 1
    const chance = 0.88 + 0.24 * unitOf(seedFrom(keyId, ago))
    const rise = Math.min(1, 0.55 + (0.45 * (keptDays - ago)) / keptDays)
    // The recorded traffic begins in the middle of its first day.
    const before = ago === plannedDays ? (call.now % dayMs) / dayMs : 1
    const used = Math.round(((key.share ?? 0) / 100) * calls * weekend * chance * rise * before)
    if (used > 0) days[dayOf(at)] = used
  }
  const before = call.unit.get<UsageRecord>(kinds.usage, planKeyKey(usagePlanId, keyId))
  const usage: UsageRecord = { usagePlanId, keyId, days: { ...before?.days, ...days } }
  call.unit.put(kinds.usage, planKeyKey(usagePlanId, keyId), usage)
}
