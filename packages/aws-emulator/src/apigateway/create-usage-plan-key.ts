import type { CreateUsagePlanKeyRequest, UsagePlanKey } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { addPlanKey, planKeyOutput } from './usage-plan-keys.ts'

/** Any other type of key is a 400; sentence guessed. */
export function createUsagePlanKey(call: Call, input: CreateUsagePlanKeyRequest): UsagePlanKey {
  if (input.keyType !== 'API_KEY') throw badRequest('Invalid key type specified. Must be one of: [API_KEY]')
  return planKeyOutput(addPlanKey(call, input.usagePlanId ?? '', input.keyId ?? ''))
}
