import type { DeleteUsagePlanRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { kinds } from './records.ts'
import { dropPlanKey, planKeys } from './usage-plan-keys.ts'
import { findUsagePlan } from './usage-plans.ts'

/** Refused while it has stages; sentence from aws-sdk-js#3841. */
export function deleteUsagePlan(call: Call, input: DeleteUsagePlanRequest): void {
  const { id, apiStages } = findUsagePlan(call, input.usagePlanId)
  const [first] = apiStages
  if (first) {
    throw badRequest(
      `Cannot delete Usage Plan ${id} because there are API Stages associated with it, including ${first.apiId}:${first.stage}`,
    )
  }
  for (const planKey of planKeys(call, id)) dropPlanKey(call, planKey)
  call.unit.delete(kinds.usagePlan, id)
}
