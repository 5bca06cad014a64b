import type { Authorizer } from '@aws-sdk/client-api-gateway'
import { allows, readAuthorizerAnswer, type AuthorizerAnswer } from './authorizer-answer.ts'
import type { Authorized } from './caller.ts'
import type { Exchange } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'
import { proxyEvent } from './integrations/proxy-event.ts'
import { invokedBehaviour } from './integrations/run-function.ts'
import { mappedValue } from './parameter-mapping.ts'
import { withVariables } from './resolve-variables.ts'
import { runAuthorizer } from './run-authorizer.ts'

const standardTtlSeconds = 300

/** A TOKEN or REQUEST authorizer: one of the world's functions, whose answer is kept for its time to live (documented). */
export function lambdaAuthorizer(gateway: Gateway, exchange: Exchange): Authorized {
  const { route, snapshot, stage, place, at, log } = exchange
  const authorizer = snapshot.authorizer(route.method.authorizerId)
  if (!authorizer) throw new Refusal(gatewayResponses.AUTHORIZER_CONFIGURATION_ERROR)
  const identity = identitySources(authorizer, exchange)
  const ttl = authorizer.authorizerResultTtlInSeconds ?? standardTtlSeconds
  const contents = stage.authorizerContents ?? 0
  const key = [place.account, place.region, stage.apiId, stage.stageName, authorizer.id, contents, ...identity].join(
    '/',
  )
  const isKept = ttl > 0 && identity.length > 0
  let answer = isKept ? gateway.authorizerCache.get(key, at) : undefined
  if (!answer) {
    log?.info(`Starting authorizer: ${authorizer.id}`)
    answer = askAuthorizer(gateway, exchange, authorizer, identity).answer
    if (isKept) gateway.authorizerCache.put(key, answer, at + ttl * 1000)
  }
  if (!allows(answer, methodArn(exchange))) {
    log?.info('The client is not authorized to perform this operation.')
    throw new Refusal(gatewayResponses.ACCESS_DENIED)
  }
  const { principalId, context, usageIdentifierKey } = answer
  return { principalId, context: context ?? {}, usageIdentifierKey: usageIdentifierKey ?? undefined }
}

/** One that is missing, or that the authorizer's pattern doesn't match, is 401 before the function is asked (documented). */
export function identitySources(authorizer: Authorizer, exchange: Exchange): string[] {
  const sources = (authorizer.identitySource ?? '').split(',').flatMap((source) => source.trim() || [])
  return sources.map((source) => {
    const value = mappedValue(source, { exchange })
    const pattern = authorizer.type === 'TOKEN' ? authorizer.identityValidationExpression : undefined
    if (value && matches(pattern, value)) return value
    throw new Refusal(gatewayResponses.UNAUTHORIZED)
  })
}

function matches(pattern: string | undefined, value: string): boolean {
  try {
    return pattern === undefined || new RegExp(`^(?:${pattern})$`).test(value)
  } catch {
    return false
  }
}

const methodArn = ({ place, stage, request }: Exchange) =>
  `arn:aws:execute-api:${place.region}:${place.account}:${stage.apiId}/${stage.stageName}/${request.method}${request.path}`

/** What the authorizer's function answers to who calls, and how long it took (whole ms). */
export function askAuthorizer(
  { surroundings, random }: Pick<Gateway, 'surroundings' | 'random'>,
  exchange: Exchange,
  authorizer: Authorizer,
  identity: string[],
): { answer: AuthorizerAnswer; latencyMs: number } {
  const uri = withVariables(authorizer.authorizerUri ?? '', exchange.variables)
  const behaviour = uri === undefined ? undefined : invokedBehaviour(uri, exchange.stage, surroundings)
  if (!behaviour) throw new Refusal(gatewayResponses.AUTHORIZER_CONFIGURATION_ERROR)
  const event =
    authorizer.type === 'TOKEN'
      ? { type: 'TOKEN', methodArn: methodArn(exchange), authorizationToken: identity[0] }
      : { type: 'REQUEST', methodArn: methodArn(exchange), ...proxyEvent(exchange) }
  const asked = { event, token: identity[0] ?? '', methodArn: methodArn(exchange) }
  const { payload, latencyMs } = runAuthorizer(behaviour, asked, random)
  const answer = readAuthorizerAnswer(payload)
  if (answer) return { answer, latencyMs }
  throw new Refusal(
    gatewayResponses.AUTHORIZER_CONFIGURATION_ERROR,
    'Execution failed due to configuration error: Invalid authorizer response',
  )
}
