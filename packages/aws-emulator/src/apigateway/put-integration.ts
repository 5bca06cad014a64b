import type { Integration, PutIntegrationRequest } from '@aws-sdk/client-api-gateway'
import { badRequest, validationError } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { findMethod, putMethodOf } from './resources.ts'

const integrationTypes = ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS']

/** Defaults as recorded (test_put_integration_responses); MOCK has neither verb nor connection type. */
export function putIntegration(call: Call, input: PutIntegrationRequest): Integration {
  checkIntegration(input)
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
    integrationResponses: method.methodIntegration?.integrationResponses,
  }
  putMethodOf(call, resource, { ...method, methodIntegration: integration })
  return integration
}

/** The enum's order and the sentence about the verb are guessed, the 50 to 29,000 ms documented. */
function checkIntegration(input: PutIntegrationRequest): void {
  if (!integrationTypes.includes(input.type ?? '')) {
    throw validationError([
      `Value '${input.type}' at 'putIntegrationInput.type' failed to satisfy constraint: ` +
        `Member must satisfy enum value set: [${integrationTypes.join(', ')}]`,
    ])
  }
  if (input.type !== 'MOCK' && !input.integrationHttpMethod) {
    throw badRequest('Enumeration value for HttpMethod must be non-empty')
  }
  const timeout = input.timeoutInMillis ?? 29000
  if (timeout < 50 || timeout > 29000) throw badRequest('Timeout should be between 50 ms and 29000 ms')
}
