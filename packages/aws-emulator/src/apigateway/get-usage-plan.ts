import type { GetUsagePlanRequest, UsagePlan } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findUsagePlan, usagePlanOutput } from './usage-plans.ts'

export function getUsagePlan(call: Call, input: GetUsagePlanRequest): UsagePlan {
  return usagePlanOutput(findUsagePlan(call, input.usagePlanId), true)
}
