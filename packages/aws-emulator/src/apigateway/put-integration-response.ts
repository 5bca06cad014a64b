import type { IntegrationResponse, PutIntegrationResponseRequest } from '@aws-sdk/client-api-gateway'
import { checkPattern } from '../lib/check-enum.ts'
import type { Call } from './call.ts'
import { integrationOf } from './get-integration.ts'
import { checkIntegrationResponseParameters } from './parameter-mappings.ts'
import { statusCodePattern } from './put-method-response.ts'
import { findMethod, findMethodResponse, putMethodOf } from './resources.ts'

export function putIntegrationResponse(call: Call, input: PutIntegrationResponseRequest): IntegrationResponse {
  const { statusCode = '', selectionPattern, responseParameters, responseTemplates, contentHandling } = input
  checkPattern(statusCode, statusCodePattern, 'putIntegrationResponseInput.statusCode')
  const { resource, method } = findMethod(call, input)
  const integration = integrationOf(method)
  // That the method must declare the status is documented.
  const declared = findMethodResponse(method, statusCode)
  checkIntegrationResponseParameters(responseParameters ?? {}, declared.responseParameters)
  const response = { statusCode, selectionPattern, responseParameters, responseTemplates, contentHandling }
  const integrationResponses = { ...integration.integrationResponses, [statusCode]: response }
  putMethodOf(call, resource, { ...method, methodIntegration: { ...integration, integrationResponses } })
  return response
}
