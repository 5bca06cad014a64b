import type { UpdateUsagePlanRequest, UsagePlan } from '@aws-sdk/client-api-gateway'
import { applyPatch } from '../lib/patch/apply-patch.ts'
import { checkOps } from '../lib/patch/operations.ts'
import type { Call } from './call.ts'
import { kinds } from './records.ts'
import { checkStagesOnce, planKeys } from './usage-plan-keys.ts'
import { refusePlanPatch, usagePlanPatchRules } from './usage-plan-patch-rules.ts'
import { checkQuota, checkThrottle, findUsagePlan, usagePlanOutput } from './usage-plans.ts'

export function updateUsagePlan(call: Call, input: UpdateUsagePlanRequest): UsagePlan {
  const operations = checkOps('updateUsagePlanInput', input.patchOperations)
  const before = findUsagePlan(call, input.usagePlanId)
  const plan = applyPatch(usagePlanPatchRules(call), before, operations, refusePlanPatch)
  checkThrottle(plan.throttle)
  checkQuota(plan.quota)
  for (const { keyId } of planKeys(call, plan.id)) checkStagesOnce(call, plan, keyId)
  call.unit.put(kinds.usagePlan, plan.id, plan)
  return usagePlanOutput(plan, true)
}
