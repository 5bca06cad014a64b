import type { ApiKey, CreateApiKeyRequest } from '@aws-sdk/client-api-gateway'
import { epochSeconds } from '../lib/clock.ts'
import { apiKeyOutput, checkKeyTexts, checkKeyValue, checkValueIsNew } from './api-keys.ts'
import { newId, type Call } from './call.ts'
import { kinds, type ApiKeyRecord } from './records.ts'
import { checkTags } from './tags.ts'

/** Off unless asked for; an empty value makes one (recorded). Old stage keys are taken and do nothing. */
export function createApiKey(call: Call, input: CreateApiKeyRequest): ApiKey {
  checkKeyTexts(input)
  if (input.value) checkKeyValue(input.value)
  if (input.value) checkValueIsNew(call, input.value)
  checkTags(input.tags ?? {})
  const { name, description, customerId, enabled, value, tags } = input
  return apiKeyOutput(addApiKey(call, { name, description, customerId, enabled, value, tags }), { value: true })
}

type NewKey = Pick<CreateApiKeyRequest, 'name' | 'description' | 'customerId' | 'enabled' | 'value' | 'tags'>

export function addApiKey(call: Call, asked: NewKey): ApiKeyRecord {
  const seconds = epochSeconds(call.now)
  const key: ApiKeyRecord = {
    id: newId(call, 10),
    value: asked.value || newId(call, 40),
    name: asked.name || undefined,
    customerId: asked.customerId,
    description: asked.description,
    enabled: asked.enabled ?? false,
    switched: { at: call.now, was: false },
    createdDate: seconds,
    lastUpdatedDate: seconds,
    tags: asked.tags && Object.keys(asked.tags).length > 0 ? asked.tags : undefined,
  }
  call.unit.put(kinds.apiKey, key.id, key)
  return key
}
