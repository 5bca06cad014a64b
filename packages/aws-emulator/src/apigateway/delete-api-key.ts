import type { DeleteApiKeyRequest } from '@aws-sdk/client-api-gateway'
import { findApiKey } from './api-keys.ts'
import type { Call } from './call.ts'
import { kinds } from './records.ts'
import { dropPlanKey, planKeys } from './usage-plan-keys.ts'

/** Takes it out of its plans too (recorded). */
export function deleteApiKey(call: Call, input: DeleteApiKeyRequest): void {
  const { id } = findApiKey(call, input.apiKey)
  for (const planKey of planKeys(call).filter(({ keyId }) => keyId === id)) dropPlanKey(call, planKey)
  call.unit.delete(kinds.apiKey, id)
}
