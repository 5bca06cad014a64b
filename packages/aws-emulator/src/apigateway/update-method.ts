import type { Method, UpdateMethodRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, lenientBoolean, type PatchRule } from '../lib/patch/apply-patch.ts'
import { booleanRule, mapRule, textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { checkAuthorization, checkRequestValidator } from './method-checks.ts'
import { checkModelNames } from './models.ts'
import { checkRequestParameterNames, invalidParameterName } from './parameter-mappings.ts'
import { findMethod, putMethodOf } from './resources.ts'

/** Which verbs each path takes is documented, refusals are recorded (test_update_method_validation). */
export function updateMethod(call: Call, input: UpdateMethodRequest): Method {
  const operations = checkOps('updateMethodInput', input.patchOperations)
  const { resource, method: before } = findMethod(call, input)
  const method = applyPatch(rules(call, resource.apiId), before, operations, refusePatch)
  const touched = operations.some(({ path }) => path === '/authorizationType' || path === '/authorizerId')
  if (touched) checkAuthorization(call, resource.apiId, method)
  putMethodOf(call, resource, method)
  return method
}

const rules = (call: Call, apiId: string): PatchRule<Method>[] => [
  textRule('authorizationType'),
  textRule('authorizerId', { clearable: true }),
  booleanRule('apiKeyRequired'),
  { ...textRule('operationName', { clearable: true }), remove: (method) => void delete method.operationName },
  textRule('requestValidatorId', {
    clearable: true,
    check: (id) => checkRequestValidator(call, apiId, id || undefined),
  }),
  mapRule('requestParameters', {
    read(text, name) {
      checkRequestParameterNames([name])
      return lenientBoolean(text)
    },
    missing: invalidParameterName,
  }),
  mapRule('requestModels', {
    read(name, contentType) {
      checkModelNames(call, apiId, { [contentType]: name })
      return name
    },
  }),
  {
    path: '/authorizationScopes',
    add: (method, { value }) => void (method.authorizationScopes = [...new Set([...scopes(method), value])]),
    remove(method, { value }) {
      const kept = scopes(method).filter((scope) => scope !== value)
      method.authorizationScopes = kept.length > 0 ? kept : undefined
    },
  },
]

const scopes = ({ authorizationScopes = [] }: Method) => authorizationScopes
