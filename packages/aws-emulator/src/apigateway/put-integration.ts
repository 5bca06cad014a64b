import type { Integration, PutIntegrationRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { checkIntegration, checkIntegrationType } from './integration-checks.ts'
import { findMethod, putMethodOf } from './resources.ts'

export const contentHandlings = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']

/** Defaults as recorded (test_put_integration_responses); MOCK has neither verb nor connection type. */
export function putIntegration(call: Call, input: PutIntegrationRequest): Integration {
  checkIntegrationType(input.type, 'putIntegrationInput.type')
  const { resource, method } = findMethod(call, input)
  const overHttp = input.type === 'HTTP' || input.type === 'HTTP_PROXY'
  const integration: Integration = {
    type: input.type,
    httpMethod: input.integrationHttpMethod,
    uri: input.uri,
    connectionType: overHttp ? (input.connectionType ?? 'INTERNET') : input.connectionType,
    connectionId: input.connectionId,
    credentials: input.credentials,
    requestParameters: input.requestParameters,
    requestTemplates: input.requestTemplates,
    passthroughBehavior: input.passthroughBehavior ?? 'WHEN_NO_MATCH',
    contentHandling: input.contentHandling,
    timeoutInMillis: input.timeoutInMillis ?? 29000,
    cacheNamespace: input.cacheNamespace ?? resource.id,
    cacheKeyParameters: input.cacheKeyParameters ?? [],
    tlsConfig: input.tlsConfig,
    responseTransferMode: input.responseTransferMode,
    integrationTarget: input.integrationTarget,
    integrationResponses: method.methodIntegration?.integrationResponses,
  }
  checkIntegration(integration, method)
  putMethodOf(call, resource, { ...method, methodIntegration: integration })
  return integration
}
