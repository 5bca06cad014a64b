import type { IntegrationResponse, PutIntegrationResponseRequest } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { integrationOf } from './get-integration.ts'
import { findMethod, putMethodOf } from './resources.ts'

export function putIntegrationResponse(call: Call, input: PutIntegrationResponseRequest): IntegrationResponse {
  const { resource, method } = findMethod(call, input)
  const integration = integrationOf(method)
  const { statusCode = '', selectionPattern, responseParameters, responseTemplates, contentHandling } = input
  // That the method must declare the status is documented; the sentence is guessed.
  if (!method.methodResponses?.[statusCode]) throw notFound('Invalid Response status code specified')
  const response = { statusCode, selectionPattern, responseParameters, responseTemplates, contentHandling }
  const integrationResponses = { ...integration.integrationResponses, [statusCode]: response }
  putMethodOf(call, resource, { ...method, methodIntegration: { ...integration, integrationResponses } })
  return response
}
