import type { GetUsagePlansRequest, UsagePlans } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { kinds, type UsagePlanRecord } from './records.ts'
import { planKeyOf } from './usage-plan-keys.ts'
import { usagePlanOutput } from './usage-plans.ts'

/** All of them, or those of one key. */
export function getUsagePlans(call: Call, input: GetUsagePlansRequest): UsagePlans {
  const { keyId } = input
  const plans = call.unit
    .list<UsagePlanRecord>(kinds.usagePlan)
    .filter((plan) => keyId === undefined || planKeyOf(call, plan.id, keyId) !== undefined)
  const { items, position } = page(plans, input.position, input.limit)
  return { items: items.map((plan) => usagePlanOutput(plan, false)), position }
}
