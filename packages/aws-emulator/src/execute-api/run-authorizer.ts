import type { Random } from '../lib/random.ts'
import type { Behaviour } from '../world/world-function.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import { runFunction } from './integrations/run-function.ts'

/** An authorizer has ten seconds, as one of an HTTP API (guessed for REST). */
const timeoutMs = 10_000

type Asked = { event: unknown; token: string; methodArn: string }

/** Its latency is in ms of world time, which nobody waits for. */
type Said = { payload: unknown; latencyMs: number }

/** The policy of a token that the function knows. Of any other it throws `Unauthorized`, which is the client's 401 (documented). */
export function runAuthorizer(behaviour: Behaviour, { event, token, methodArn }: Asked, random: Random): Said {
  const run = runFunction(behaviour, () => event, timeoutMs, random)
  if (run.kind !== 'returned') throw new Refusal(gatewayResponses.AUTHORIZER_FAILURE)
  const { latencyMs } = run
  if (!behaviour.tokens) return { payload: run.payload, latencyMs }
  const known = Object.hasOwn(behaviour.tokens, token) ? behaviour.tokens[token] : undefined
  if (!known) throw new Refusal(gatewayResponses.UNAUTHORIZED)
  const { principalId, effect, methods, context, usageIdentifierKey } = known
  const stageArn = methodArn.split('/').slice(0, 2).join('/')
  const Resource = methods.map((method) => `${stageArn}/${method}`)
  const Statement = [{ Effect: effect, Action: 'execute-api:Invoke', Resource }]
  const policyDocument = { Version: '2012-10-17', Statement }
  return { payload: { principalId, policyDocument, context, usageIdentifierKey }, latencyMs }
}
