import { drawLatency } from '../world/latency.ts'
import type { Behaviour } from '../world/world-function.ts'
import { checkApiKey } from './api-key.ts'
import { authorize } from './authorize.ts'
import { ignoredWarning, lookUp, type CacheResult } from './cache.ts'
import { isSigned } from './check-signature.ts'
import { isRouted, type Arrival, type Exchange, type StageAnswer } from './exchange.ts'
import { gatewayAnswer } from './gateway-answer.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'
import { functionIntegration } from './integrations/function-integration.ts'
import { httpIntegration } from './integrations/http-integration.ts'
import { mockIntegration } from './integrations/mock-integration.ts'
import { checkThrottle } from './throttle.ts'
import { checkUsageLimits } from './usage-limits.ts'
import { validateRequest } from './validate-request.ts'
import { checkWebAcl } from './web-acl.ts'

/** How a request ended. Latencies are whole ms; those of the world's functions are drawn, nobody waits for them. */
export type Ending = {
  answer: StageAnswer
  latencyMs: number
  /** Absent where no backend was reached. */
  integrationLatencyMs?: number
  /** Absent where the method isn't cached. */
  cache?: CacheResult
  refused: boolean
}

/** The gateway's own share of a request, in ms: a guess of the usual size. */
export const ownLatency: Behaviour['latency'] = { medianMs: 6, p99Ms: 28 }

/** Request line and headers (documented); that more of them is a 413 is guessed. */
const mostHeaderBytes = 10_240

export async function runRequest(gateway: Gateway, arrival: Arrival): Promise<Ending> {
  const own = drawLatency(ownLatency, gateway.random)
  const ending: Ending = { answer: nothing, latencyMs: own, refused: false }
  try {
    ending.answer = await answerOf(gateway, arrival, ending)
  } catch (error) {
    const refusal = error instanceof Refusal ? error : brokenInside(error)
    const { response } = refusal
    ending.refused = true
    arrival.refused = { response, message: response.message }
    if (refusal.message !== '') arrival.log?.error(refusal.message)
    ending.answer = gatewayAnswer(response, arrival)
  }
  const integrationLatencyMs = arrival.integration?.latencyMs
  if (integrationLatencyMs !== undefined) {
    ending.integrationLatencyMs = integrationLatencyMs
    ending.latencyMs += integrationLatencyMs
  }
  return ending
}

const nothing: StageAnswer = { status: 500, headers: [], body: '' }

/** Something broke in the emulator itself: the caller gets AWS's 500, the cause goes to stderr. */
function brokenInside(error: unknown): Refusal {
  console.error(error)
  return new Refusal(gatewayResponses.API_CONFIGURATION_ERROR, 'Execution failed due to an internal error')
}

/** The steps of a request in AWS's order (documented). Each throws a `Refusal` where it goes no further. */
async function answerOf(gateway: Gateway, arrival: Arrival, ending: Ending): Promise<StageAnswer> {
  const { request, log } = arrival
  if (request.tooLong || request.headerBytes > mostHeaderBytes) throw new Refusal(gatewayResponses.REQUEST_TOO_LARGE)
  checkWebAcl(gateway, arrival)
  if (!isRouted(arrival)) throw unknownRoute(arrival)
  log?.info(`Starting execution for request: ${arrival.requestId}`)
  log?.info(`HTTP Method: ${request.method}, Resource Path: ${arrival.route.resource.path}`)
  authorize(gateway, arrival)
  checkApiKey(gateway, arrival)
  checkUsageLimits(gateway, arrival)
  checkThrottle(gateway, arrival)
  traceRequest(arrival)
  validateRequest(arrival)
  const lookup = lookUp(gateway, arrival)
  if (lookup) ending.cache = lookup.answer ? 'hit' : 'miss'
  const answer = lookup?.answer ?? (await integrate(gateway, arrival))
  if (lookup && !lookup.answer) lookup.keep(answer)
  log?.data(`Method response body after transformations: ${answer.body.toString()}`)
  log?.data(`Method response headers: ${listed(answer.headers)}`)
  log?.info('Successfully completed execution')
  return lookup?.ignored ? { ...answer, headers: [...answer.headers, ignoredWarning] } : answer
}

/** Without a token nothing is found out about routes (recorded); one who signs is told that there is none (guessed). */
function unknownRoute({ request }: Arrival): Refusal {
  return new Refusal(
    isSigned(request) ? gatewayResponses.RESOURCE_NOT_FOUND : gatewayResponses.MISSING_AUTHENTICATION_TOKEN,
  )
}

const listed = (pairs: [string, string][]) => `{${pairs.map(([name, value]) => `${name}=${value}`).join(', ')}}`

function traceRequest({ log, request, pathParameters }: Exchange): void {
  if (!log) return
  log.data(`Method request path: ${listed(Object.entries(pathParameters))}`)
  log.data(`Method request query string: ${listed(request.query)}`)
  log.data(`Method request headers: ${listed(request.headerList)}`)
  log.data(`Method request body before transformations: ${request.body.toString()}`)
}

function integrate(gateway: Gateway, exchange: Exchange): StageAnswer | Promise<StageAnswer> {
  const integration = exchange.route.method.methodIntegration
  switch (integration?.type) {
    case 'MOCK':
      return mockIntegration(integration, exchange)
    case 'HTTP':
    case 'HTTP_PROXY':
      return httpIntegration(integration, exchange, gateway)
    case 'AWS':
    case 'AWS_PROXY':
      return functionIntegration(integration, exchange, gateway)
    default:
      throw noIntegration()
  }
}

export const noIntegration = () =>
  new Refusal(gatewayResponses.API_CONFIGURATION_ERROR, 'Execution failed due to configuration error: No integration')
