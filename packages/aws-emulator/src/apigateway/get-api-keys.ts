import type { ApiKeys, GetApiKeysRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import { apiKeyOutput } from './api-keys.ts'
import type { Call } from './call.ts'
import { kinds, type ApiKeyRecord } from './records.ts'

/** Newest first; `nameQuery` is a prefix, case and all (recorded). */
export function getApiKeys({ unit }: Call, input: GetApiKeysRequest): ApiKeys {
  const { nameQuery = '', customerId } = input
  const keys = unit
    .list<ApiKeyRecord>(kinds.apiKey)
    .filter((key) => (key.name ?? '').startsWith(nameQuery))
    .filter((key) => customerId === undefined || key.customerId === customerId)
  const { items, position } = page(keys.toReversed(), input.position, input.limit)
  return { items: items.map((key) => apiKeyOutput(key, { value: input.includeValues })), position }
}
