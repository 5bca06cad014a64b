import type { MethodResponse, UpdateMethodResponseRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, lenientBoolean, type PatchRule } from '../lib/patch/apply-patch.ts'
import { mapRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { checkModelNames } from './models.ts'
import { checkResponseParameterNames, invalidParameterName } from './parameter-mappings.ts'
import { findMethod, findMethodResponse, putMethodOf } from './resources.ts'

/** Paths documented. */
export function updateMethodResponse(call: Call, input: UpdateMethodResponseRequest): MethodResponse {
  const operations = checkOps('updateMethodResponseInput', input.patchOperations)
  const { resource, method } = findMethod(call, input)
  const before = findMethodResponse(method, input.statusCode)
  const response = applyPatch(rules(call, resource.apiId), before, operations, refusePatch)
  const methodResponses = { ...method.methodResponses, [before.statusCode ?? '']: response }
  putMethodOf(call, resource, { ...method, methodResponses })
  return response
}

const rules = (call: Call, apiId: string): PatchRule<MethodResponse>[] => [
  mapRule('responseParameters', {
    read(text, name) {
      checkResponseParameterNames([name])
      return lenientBoolean(text)
    },
    missing: invalidParameterName,
  }),
  mapRule('responseModels', {
    read(name, contentType) {
      checkModelNames(call, apiId, { [contentType]: name })
      return name
    },
  }),
]
