import type { UpdateUsageRequest, Usage } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { checkOps } from '../lib/patch/operations.ts'
import type { Call } from './call.ts'
import { kinds, type UsageRecord } from './records.ts'
import { readLimit } from './throttle-values.ts'
import { findPlanKey, planKeyKey } from './usage-plan-keys.ts'
import { findUsagePlan } from './usage-plans.ts'
import { nothingUsed } from './usage-reader.ts'
import { dayOf, periodStart, usageOutput } from './usage.ts'

/** Sets what remains of the quota until the present period ends (documented). Sentences guessed. */
export function updateUsage(call: Call, input: UpdateUsageRequest): Usage {
  const operations = checkOps('updateUsageInput', input.patchOperations)
  const plan = findUsagePlan(call, input.usagePlanId)
  const { keyId } = findPlanKey(call, plan.id, input.keyId)
  if (!plan.quota) throw badRequest(`Usage Plan ${plan.id} does not have a quota`)
  const day = dayOf(call.now)
  const reader = call.usage ?? nothingUsed
  for (const { op, path, value = '' } of operations) {
    if (path !== '/remaining' || op !== 'replace') {
      throw badRequest(`Invalid patch path  '${path}' specified for op '${op}'. Must be one of: [/remaining]`)
    }
    const usedBefore = reader.usedBetween(call.unit.place, plan.id, keyId, periodStart(plan.quota, day), day)
    const row = call.unit.get<UsageRecord>(kinds.usage, planKeyKey(plan.id, keyId))
    const granted = { day, remaining: readLimit('remaining', value), usedBefore }
    const usage: UsageRecord = { usagePlanId: plan.id, keyId, days: row?.days ?? {}, granted }
    call.unit.put(kinds.usage, planKeyKey(plan.id, keyId), usage)
  }
  // The answer comes from the row as it will be, which the reader can't know yet.
  const grantedTo = () => call.unit.get<UsageRecord>(kinds.usage, planKeyKey(plan.id, keyId))?.granted
  return usageOutput({ ...reader, grantedTo }, call.unit.place, plan, [keyId], { startDate: day, endDate: day })
}
