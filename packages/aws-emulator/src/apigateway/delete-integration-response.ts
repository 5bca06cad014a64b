import type { DeleteIntegrationResponseRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findIntegrationResponse } from './get-integration-response.ts'
import { integrationOf } from './get-integration.ts'
import { findMethod, putMethodOf } from './resources.ts'

export function deleteIntegrationResponse(call: Call, input: DeleteIntegrationResponseRequest): void {
  const { resource, method } = findMethod(call, input)
  const integration = integrationOf(method)
  const { statusCode = '' } = findIntegrationResponse(integration, input.statusCode)
  const { [statusCode]: _, ...rest } = integration.integrationResponses ?? {}
  const integrationResponses = Object.keys(rest).length > 0 ? rest : undefined
  putMethodOf(call, resource, { ...method, methodIntegration: { ...integration, integrationResponses } })
}
