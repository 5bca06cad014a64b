import type { GetUsagePlanKeyRequest, UsagePlanKey } from '@aws-sdk/client-api-gateway'
import { findApiKey } from './api-keys.ts'
import type { Call } from './call.ts'
import { findPlanKey, planKeyOutput } from './usage-plan-keys.ts'
import { findUsagePlan } from './usage-plans.ts'

export function getUsagePlanKey(call: Call, input: GetUsagePlanKeyRequest): UsagePlanKey {
  findUsagePlan(call, input.usagePlanId)
  return planKeyOutput(findApiKey(call, findPlanKey(call, input.usagePlanId, input.keyId).keyId))
}
