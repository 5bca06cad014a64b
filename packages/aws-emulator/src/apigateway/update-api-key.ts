import type { ApiKey, UpdateApiKeyRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { epochSeconds } from '../lib/clock.ts'
import { applyPatch, lenientBoolean, type PatchRule } from '../lib/patch/apply-patch.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { apiKeyOutput, checkKeyTexts, findApiKey } from './api-keys.ts'
import type { Call } from './call.ts'
import { kinds, type ApiKeyRecord } from './records.ts'

const ignored = () => {}

/** Labels and stages are of an older API: they are taken and do nothing (guessed). */
const rules: PatchRule<ApiKeyRecord>[] = [
  { path: '/name', replace: (key, { value }) => void (key.name = value || undefined) },
  { path: '/description', replace: (key, { value }) => void (key.description = value) },
  { path: '/customerId', replace: (key, { value }) => void (key.customerId = value) },
  { path: '/enabled', replace: (key, { value }) => void (key.enabled = lenientBoolean(value)) },
  { path: '/labels', add: ignored, remove: ignored },
  { path: '/stages', add: ignored, remove: ignored },
]

/** Two spaces and the order of the list are AWS's (recorded). */
export function updateApiKey(call: Call, input: UpdateApiKeyRequest): ApiKey {
  const operations = checkOps('updateApiKeyInput', input.patchOperations)
  const before = findApiKey(call, input.apiKey)
  const patched = applyPatch(rules, before, operations, ({ op, path }) =>
    badRequest(
      `Invalid patch path  '${path}' specified for op '${op}'. Must be one of: [/description, /enabled, /name, /customerId]`,
    ),
  )
  checkKeyTexts(patched)
  const switched = patched.enabled === before.enabled ? before.switched : { at: call.now, was: before.enabled }
  const key: ApiKeyRecord = { ...patched, switched, lastUpdatedDate: epochSeconds(call.now) }
  call.unit.put(kinds.apiKey, key.id, key)
  return apiKeyOutput(key, { tags: true })
}
