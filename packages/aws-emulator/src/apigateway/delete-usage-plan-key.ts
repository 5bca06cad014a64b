import type { DeleteUsagePlanKeyRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { dropPlanKey, findPlanKey } from './usage-plan-keys.ts'
import { findUsagePlan } from './usage-plans.ts'

export function deleteUsagePlanKey(call: Call, input: DeleteUsagePlanKeyRequest): void {
  findUsagePlan(call, input.usagePlanId)
  dropPlanKey(call, findPlanKey(call, input.usagePlanId, input.keyId))
}
