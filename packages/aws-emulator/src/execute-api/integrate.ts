import type { Integration, Method } from '@aws-sdk/client-api-gateway'
import type { Random } from '../lib/random.ts'
import { drawLatency } from '../world/latency.ts'
import { behaviourOf, invokedFunction, type Behaviour, type WorldFunction } from '../world/world-function.ts'
import {
  badGateway,
  configurationError,
  integrationTimeout,
  networkError,
  type GatewayResponse,
} from './gateway-response.ts'
import type { Backend } from './backend.ts'
import { mockAnswer } from './mock-integration.ts'
import { withVariables } from './resolve-variables.ts'

/** How a request to a backend ended. Latencies are whole ms of world time; nobody waits for them. */
export type Ending = {
  status: number
  latencyMs: number
  /** Absent where no backend was reached. */
  integrationLatencyMs?: number
  body?: string
  refusal?: GatewayResponse
}

const refused = (response: GatewayResponse): Backend => ({ kind: 'refused', response })

export function backendOf(
  { methodIntegration: integration }: Method,
  variables: Record<string, string>,
  findFunction: (name: string) => WorldFunction | undefined,
): Backend {
  if (!integration) return refused(configurationError)
  if (integration.type === 'MOCK') return mockAnswer(integration)
  const uri = withVariables(integration.uri ?? '', variables)
  if (uri === undefined) return refused(configurationError)
  if (integration.type === 'HTTP' || integration.type === 'HTTP_PROXY') return refused(networkError)
  return functionBehind(integration, uri, findFunction)
}

/** A function is invoked by POST, whatever the client's verb; any other verb is a 500 (recorded). */
function functionBehind(
  integration: Integration,
  uri: string,
  findFunction: (name: string) => WorldFunction | undefined,
): Backend {
  const invoked = invokedFunction(uri)
  const found = invoked && findFunction(invoked.name)
  const behaviour = found && behaviourOf(found, invoked.qualifier)
  if (!behaviour || integration.httpMethod !== 'POST') return refused(configurationError)
  // Without proxy the integration responses decide; the default one answers what matches no pattern (documented).
  const responses = Object.values(integration.integrationResponses ?? {})
  const standard = responses.find((response) => !response.selectionPattern)
  const fixedStatus = integration.type === 'AWS_PROXY' ? undefined : Number(standard?.statusCode ?? 500)
  return { kind: 'function', behaviour, timeoutMs: integration.timeoutInMillis ?? 29000, fixedStatus }
}

/** The gateway's own share of a request, in ms: a guess of the usual size. */
const ownLatency: Behaviour['latency'] = { medianMs: 6, p99Ms: 28 }

export function invoke(backend: Backend, random: Random): Ending {
  const own = drawLatency(ownLatency, random)
  if (backend.kind === 'mock') return { status: backend.status, body: backend.body, latencyMs: own }
  if (backend.kind === 'refused') {
    return { status: backend.response.status, refusal: backend.response, latencyMs: own }
  }
  return invokeFunction(backend, own, random)
}

function invokeFunction(backend: Backend & { kind: 'function' }, own: number, random: Random): Ending {
  const { behaviour, timeoutMs, fixedStatus } = backend
  const drawn = drawLatency(behaviour.latency, random)
  const outcome = drawOutcome(behaviour, random)
  if (outcome?.kind === 'hang' || drawn >= timeoutMs) {
    const { status } = integrationTimeout
    return { status, refusal: integrationTimeout, latencyMs: timeoutMs + own, integrationLatencyMs: timeoutMs }
  }
  const latencies = { latencyMs: drawn + own, integrationLatencyMs: drawn }
  if (outcome?.kind === 'throw' && fixedStatus === undefined) {
    return { status: badGateway.status, refusal: badGateway, ...latencies }
  }
  const body = outcome?.kind === 'answer' ? outcome.body : behaviour.body
  const status = fixedStatus ?? (outcome?.kind === 'answer' ? outcome.statusCode : 200)
  return { status, body, ...latencies }
}

function drawOutcome({ outcomes }: Behaviour, random: Random) {
  let rank = random()
  for (const outcome of outcomes) {
    if (rank < outcome.share) return outcome
    rank -= outcome.share
  }
  return undefined
}
