import type { ApiKey, GetApiKeyRequest } from '@aws-sdk/client-api-gateway'
import { apiKeyOutput, findApiKey } from './api-keys.ts'
import type { Call } from './call.ts'

export function getApiKey(call: Call, input: GetApiKeyRequest): ApiKey {
  return apiKeyOutput(findApiKey(call, input.apiKey), { value: input.includeValue, tags: true })
}
