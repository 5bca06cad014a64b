import type { GetUsagePlanKeysRequest, UsagePlanKeys } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import { findApiKey } from './api-keys.ts'
import type { Call } from './call.ts'
import { planKeyOutput, planKeys } from './usage-plan-keys.ts'

/** Newest first; an unknown plan has none (recorded). */
export function getUsagePlanKeys(call: Call, input: GetUsagePlanKeysRequest): UsagePlanKeys {
  const { usagePlanId = '', nameQuery = '' } = input
  const keys = planKeys(call, usagePlanId)
    .map(({ keyId }) => findApiKey(call, keyId))
    .filter((key) => (key.name ?? '').startsWith(nameQuery))
  const { items, position } = page(keys.toReversed(), input.position, input.limit)
  return { items: items.map(planKeyOutput), position }
}
