import type { Integration } from '@aws-sdk/client-api-gateway'
import type { Random } from '../../lib/random.ts'
import { drawLatency } from '../../world/latency.ts'
import { behaviourOf, invokedFunction, type Behaviour } from '../../world/world-function.ts'
import type { Surroundings } from '../../world/surroundings.ts'
import type { StageInForce } from '../../world/timeline.ts'
import type { Exchange } from '../exchange.ts'
import { gatewayResponses, Refusal } from '../gateway-response.ts'
import { withVariables } from '../resolve-variables.ts'

/** How a run of a function ended; its latency is in whole ms of world time, which nobody waits for. */
export type FunctionRun =
  | { kind: 'returned'; latencyMs: number; payload: unknown }
  | { kind: 'threw'; latencyMs: number }
  | { kind: 'timed out'; latencyMs: number }

const badEndpoint = () =>
  new Refusal(
    gatewayResponses.API_CONFIGURATION_ERROR,
    'Execution failed due to configuration error: Invalid endpoint address',
  )

/** The URI with its stage variables; one that isn't set makes it invalid: 500 (recorded). */
export function resolvedUri(uri: string | undefined, variables: Record<string, string>): string {
  const resolved = withVariables(uri ?? '', variables)
  if (resolved === undefined) throw badEndpoint()
  return resolved
}

/** The function behind an integration. It is invoked by POST, whatever the client's verb; any other verb is a 500 (recorded). */
export function functionBehind(
  { uri, httpMethod }: Integration,
  { variables, stage }: Pick<Exchange, 'variables' | 'stage'>,
  world: Surroundings,
): Behaviour {
  const behaviour = invokedBehaviour(resolvedUri(uri, variables), stage, world)
  if (!behaviour || httpMethod !== 'POST') throw badEndpoint()
  return behaviour
}

export function invokedBehaviour(
  uri: string,
  { functionFaults }: StageInForce,
  { worldFunction }: Surroundings,
): Behaviour | undefined {
  const invoked = invokedFunction(uri)
  const found = invoked && worldFunction(invoked.name)
  return found && behaviourOf(found, invoked.qualifier, functionFaults)
}

/** The event is made only for a function that looks at it. */
export function runFunction(
  behaviour: Behaviour,
  event: () => unknown,
  timeoutMs: number,
  random: Random,
): FunctionRun {
  const latencyMs = drawLatency(behaviour.latency, random)
  const outcome = drawOutcome(behaviour, random)
  if (outcome?.kind === 'hang' || latencyMs >= timeoutMs) return { kind: 'timed out', latencyMs: timeoutMs }
  if (outcome?.kind === 'throw') return { kind: 'threw', latencyMs }
  if (outcome?.kind === 'echo') {
    return { kind: 'returned', latencyMs, payload: { statusCode: 200, body: JSON.stringify(event()) } }
  }
  return { kind: 'returned', latencyMs, payload: payloadOf(outcome ?? behaviour) }
}

type Fixed = Behaviour | Extract<Behaviour['outcomes'][number], { kind: 'answer' | 'payload' }>

const payloads = new WeakMap<Fixed, unknown>()

/** The same object each time, so that what reads it can know it again. */
function payloadOf(fixed: Fixed): unknown {
  if (payloads.has(fixed)) return payloads.get(fixed)
  const payload = 'payload' in fixed ? parsed(fixed.payload) : { statusCode: statusOf(fixed), body: fixed.body }
  payloads.set(fixed, payload)
  return payload
}

const statusOf = (fixed: { statusCode?: number } | Behaviour) => ('statusCode' in fixed ? fixed.statusCode : 200)

/** A payload that isn't JSON is a string to the gateway. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}

function drawOutcome({ outcomes }: Behaviour, random: Random) {
  let rank = random()
  for (const outcome of outcomes) {
    if (rank < outcome.share) return outcome
    rank -= outcome.share
  }
  return undefined
}
