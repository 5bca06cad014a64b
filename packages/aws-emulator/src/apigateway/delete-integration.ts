import type { DeleteIntegrationRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { integrationOf } from './get-integration.ts'
import { findMethod, putMethodOf } from './resources.ts'

export function deleteIntegration(call: Call, input: DeleteIntegrationRequest): void {
  const { resource, method } = findMethod(call, input)
  integrationOf(method)
  putMethodOf(call, resource, { ...method, methodIntegration: undefined })
}
