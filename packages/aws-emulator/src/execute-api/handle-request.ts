import type { Emulator } from '../emulator.ts'
import { seedFrom, seededRandom, type Random } from '../lib/random.ts'
import type { HttpAnswer, HttpRequest } from '../protocol/request.ts'
import { findStage, type FoundStage } from './find-stage.ts'
import { forbidden, type GatewayResponse } from './gateway-response.ts'
import type { Ending } from './integrate.ts'
import { pickCanary } from './pick-canary.ts'
import { prepareRequest, runPrepared } from './prepare-request.ts'

const target = /^\/restapis\/([^/]+)\/([^/]+)\/_user_request_(\/.*)?$/

export const isUserRequest = ({ path }: HttpRequest) => target.test(path)

export type DataPlane = {
  handle(request: HttpRequest): HttpAnswer
  /** One request to a stage that was found, now; its metrics are counted. */
  send(found: FoundStage, verb: string, path: string): Ending
}

/** Requests from outside draw from one seeded stream, in the order in which they come. */
export function createDataPlane({ store, clock, seed, traffic }: Emulator): DataPlane {
  const random = seededRandom(seedFrom('requests from outside', seed))

  function send({ place, stage }: FoundStage, verb: string, path: string): Ending {
    const isCanary = pickCanary(stage.canary, random)
    const prepared = prepareRequest(stage, isCanary, verb, path, traffic.surroundingsOf(place))
    const ending = runPrepared(prepared, random)
    const { status, latencyMs, integrationLatencyMs, refusal } = ending
    const sample = { route: prepared, status, latencyMs, integrationLatencyMs, isCanary, refusal }
    traffic.record(place, stage, clock.now(), sample)
    return ending
  }

  function handle({ method, path }: HttpRequest): HttpAnswer {
    const [, apiId = '', stageName = '', rest = '/'] = target.exec(path) ?? []
    const found = findStage(store, apiId, stageName)
    const ending = found ? send(found, method, decoded(rest)) : undefined
    if (!ending) return gatewayAnswer(forbidden, random)
    return ending.refusal ? gatewayAnswer(ending.refusal, random) : backendAnswer(ending, random)
  }

  return { handle, send }
}

/** A path that can't be decoded is matched as it stands. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** Always present, base64-like and ending in `=` (recorded). */
const extendedRequestId = (random: Random) =>
  Buffer.from(Array.from({ length: 11 }, () => Math.floor(random() * 256))).toString('base64')

function gatewayAnswer({ status, errorType, message }: GatewayResponse, random: Random): HttpAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': errorType,
      'x-amz-apigw-id': extendedRequestId(random),
    },
    body: JSON.stringify({ message }),
  }
}

/** The trace id comes with functions, not with MOCK (recorded). */
function backendAnswer({ status, body, integrationLatencyMs }: Ending, random: Random): HttpAnswer {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-amz-apigw-id': extendedRequestId(random),
  }
  if (integrationLatencyMs !== undefined) headers['x-amzn-trace-id'] = traceId(random)
  return { status, headers, body: body ?? '' }
}

function traceId(random: Random): string {
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  return `Root=1-${hex(8)}-${hex(24)}`
}
