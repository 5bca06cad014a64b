import type { IntegrationResponse, UpdateIntegrationResponseRequest } from '@aws-sdk/client-api-gateway'
import { checkEnum } from '../lib/check-enum.ts'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { mapRule, textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { findIntegrationResponse } from './get-integration-response.ts'
import { integrationOf } from './get-integration.ts'
import { checkIntegrationResponseParameters, invalidParameterName } from './parameter-mappings.ts'
import { contentHandlings } from './put-integration.ts'
import { findMethod, findMethodResponse, putMethodOf } from './resources.ts'

/** Paths documented. */
export function updateIntegrationResponse(call: Call, input: UpdateIntegrationResponseRequest): IntegrationResponse {
  const operations = checkOps('updateIntegrationResponseInput', input.patchOperations)
  const { resource, method } = findMethod(call, input)
  const integration = integrationOf(method)
  const before = findIntegrationResponse(integration, input.statusCode)
  const { responseParameters } = findMethodResponse(method, input.statusCode)
  const response = applyPatch(rules(responseParameters), before, operations, refusePatch)
  const integrationResponses = { ...integration.integrationResponses, [before.statusCode ?? '']: response }
  putMethodOf(call, resource, { ...method, methodIntegration: { ...integration, integrationResponses } })
  return response
}

const rules = (declared: Record<string, boolean> | undefined): PatchRule<IntegrationResponse>[] => [
  textRule('selectionPattern', { clearable: true }),
  textRule('contentHandling', {
    clearable: true,
    check: (value) => checkEnum(value || undefined, contentHandlings, 'integrationResponse.contentHandling'),
  }),
  mapRule('responseParameters', {
    read(source, target) {
      checkIntegrationResponseParameters({ [target]: source }, declared)
      return source
    },
    missing: invalidParameterName,
  }),
  mapRule('responseTemplates', { read: (template) => template }),
]
