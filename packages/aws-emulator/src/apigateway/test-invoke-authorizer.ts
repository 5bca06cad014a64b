import type { TestInvokeAuthorizerRequest, TestInvokeAuthorizerResponse } from '@aws-sdk/client-api-gateway'
import type { AuthorizerAnswer } from '../execute-api/authorizer-answer.ts'
import type { Exchange } from '../execute-api/exchange.ts'
import { gatewayResponses, Refusal } from '../execute-api/gateway-response.ts'
import type { Gateway } from '../execute-api/gateway.ts'
import { askAuthorizer, identitySources } from '../execute-api/lambda-authorizer.ts'
import { findAuthorizer } from './authorizers.ts'
import type { Call } from './call.ts'
import type { AuthorizerRecord } from './definition-records.ts'
import { findRestApi } from './rest-apis.ts'
import { testedRequest } from './tested-request.ts'
import { testLog } from './test-log.ts'

/** The name that the function sees for the stage (from memory). */
const stageName = 'ESTestInvoke-stage'

/**
 * Asks the authorizer as it is now about a request to `GET /`: what it says is shown, whether or not it allows (guessed).
 * `clientStatus` is 0 where it answered (documented), else the status that a client would get.
 */
export function testInvokeAuthorizer(call: Call, input: TestInvokeAuthorizerRequest): TestInvokeAuthorizerResponse {
  const api = findRestApi(call, input.restApiId)
  const authorizer = findAuthorizer(call, api.id, input.authorizerId)
  const resource = { apiId: api.id, id: '', path: '/', resourceMethods: {} }
  const { exchange, gateway } = testedRequest(call, input, { resource, method: { httpMethod: 'GET' }, stageName })
  const tried = tryAuthorizer(gateway, exchange, authorizer)
  const log = testLog(call.now, exchange.requestId, exchange.log?.lines ?? [])
  if (tried instanceof Refusal) return { clientStatus: tried.response.status, log, latency: 0 }
  const { answer, latencyMs } = tried
  const { principalId, policyDocument } = answer
  return { clientStatus: 0, log, latency: latencyMs, principalId, policy: JSON.stringify(policyDocument) }
}

type Answered = { answer: AuthorizerAnswer; latencyMs: number }

/** The lines are guessed after those of stages' execution logs. */
function tryAuthorizer(gateway: Gateway, exchange: Exchange, authorizer: AuthorizerRecord): Answered | Refusal {
  const { log } = exchange
  log?.info(`Starting authorizer: ${authorizer.id}`)
  try {
    // There are no user pools here, so no token of one can be valid.
    if (authorizer.type === 'COGNITO_USER_POOLS') throw new Refusal(gatewayResponses.UNAUTHORIZED)
    const answered = askAuthorizer(gateway, exchange, authorizer, identitySources(authorizer, exchange))
    const { answer } = answered
    log?.info(`Authorizer result body before parsing: ${JSON.stringify(answer)}`)
    log?.info(`Using valid authorizer policy for principal: ${answer.principalId}`)
    log?.info('Successfully completed authorizer execution')
    return answered
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    log?.error(error.message || (error.response.message ?? 'Execution failed due to an authorizer error'))
    return error
  }
}
