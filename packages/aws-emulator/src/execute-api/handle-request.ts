import { randomUUID } from 'node:crypto'
import { kinds, type RestApiRecord, type WebAclRecord } from '../apigateway/records.ts'
import type { Emulator } from '../emulator.ts'
import { seedFrom, seededRandom } from '../lib/random.ts'
import type { Place } from '../lib/store.ts'
import type { HttpAnswer, HttpRequest } from '../protocol/request.ts'
import { minuteMs } from '../world/arrivals.ts'
import { surroundingsIn, type Surroundings } from '../world/surroundings.ts'
import { addressOf, type CalledName } from './address.ts'
import { hasCache } from './cache-policy.ts'
import type { Arrival } from './exchange.ts'
import { findRoute } from './find-route.ts'
import { findStage, type FoundStage } from './find-stage.ts'
import { defaultAnswer } from './gateway-answer.ts'
import { forbidden } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'
import { bareAnswer, httpAnswer } from './http-answer.ts'
import { keyRing } from './key-ring.ts'
import { writeAccessLog } from './logs/access-log.ts'
import { ExecutionLog } from './logs/execution-log.ts'
import { methodSetting } from './method-setting.ts'
import { pickCanary } from './pick-canary.ts'
import { extendedRequestId, requestIdOf, traceId } from './request-ids.ts'
import { variablesFor } from './resolve-variables.ts'
import { runRequest, type Ending } from './run-request.ts'
import { deploymentInForce } from './snapshot.ts'
import { stageRequest, type StageRequest } from './stage-request.ts'

export type DataPlane = {
  handle(request: HttpRequest, requestId: string): Promise<HttpAnswer>
  /** One request to a stage that was found, now; its metrics are counted. */
  send(found: FoundStage, request: StageRequest): Promise<Ending>
}

/** Requests from outside draw from seeded streams, in the order in which they come: one for their ways, one for ids. */
export function createDataPlane(emulator: Emulator): DataPlane {
  const { store, clock, seed, traffic, held, logs, seriesCache, settings, callBackend } = emulator
  const random = seededRandom(seedFrom('requests from outside', seed))
  const ids = seededRandom(seedFrom('ids of requests', seed))
  const webAcl = (place: Place, key: string) => store.get<WebAclRecord>(place, kinds.webAcl, key)
  const shared = {
    ...keyRing(store),
    ...held,
    callBackend,
    webAcl,
    random,
    settings,
  }

  function arrive({ place, stage }: FoundStage, request: StageRequest, world: Surroundings, more: Meeting): Arrival {
    const isCanary = pickCanary(stage.canary, random)
    const { deploymentId, snapshot } = deploymentInForce(stage, isCanary, world)
    const found = findRoute(snapshot.resources, request.method, request.path)
    const setting = found && methodSetting(stage, found.route).setting
    const level = setting?.loggingLevel ?? 'OFF'
    return {
      place,
      stage,
      isCanary,
      deploymentId,
      snapshot,
      apiKeySource: store.get<RestApiRecord>(place, kinds.restApi, stage.apiId)?.apiKeySource ?? 'HEADER',
      variables: variablesFor(stage, isCanary),
      request,
      at: clock.now(),
      requestId: requestIdOf(request.headers['x-amzn-requestid'], more.requestId),
      extendedRequestId: extendedRequestId(ids),
      traceId: traceId(ids),
      domainName: more.host ?? `${stage.apiId}.execute-api.${place.region}.amazonaws.com`,
      custom: more.custom,
      log: level === 'OFF' ? undefined : new ExecutionLog(level, setting?.dataTraceEnabled === true),
      route: found?.route,
      pathParameters: found?.pathParameters ?? {},
    }
  }

  /** The stage as its servers know it: a change comes to them after a while; a new stage is there at once. */
  function heardOf(found: FoundStage | undefined): FoundStage | undefined {
    const heard = clock.now() - settings.propagationSeconds * 1000
    if (!found || found.stage.from <= heard) return found
    const { apiId, stageName } = found.stage
    const timeline = traffic.timelinesOf(found.place).find((one) => one.apiId === apiId && one.stageName === stageName)
    const before = timeline?.entries.findLast(({ from, deploymentId }) => from <= heard && deploymentId !== undefined)
    return before ? { ...found, stage: before } : found
  }

  async function meet(found: FoundStage, request: StageRequest, more: Meeting) {
    const surroundings = surroundingsIn(store, found.place)
    const arrival = arrive(found, request, surroundings, more)
    const gateway: Gateway = { ...shared, surroundings }
    const ending = await runRequest(gateway, arrival)
    finish(arrival, ending)
    return { arrival, ending }
  }

  function finish(arrival: Arrival, { answer, latencyMs, integrationLatencyMs, cache }: Ending): void {
    const { place, stage, at, isCanary, route, log, refused } = arrival
    const { status, body } = answer
    arrival.ended = { status, latencyMs, responseLength: Buffer.byteLength(body) }
    const sampled = route ? methodSetting(stage, route).sampled : unrouted
    const refusal = refused && { type: refused.response.type, message: refused.message }
    const sample = { route: sampled, status, latencyMs, integrationLatencyMs, isCanary, cache, refusal }
    traffic.record(place, stage, at, sample, hasCache(stage, at))
    // It counts for the minute in which it came: where that is over, it may have been read already.
    if (at - (at % minuteMs) + minuteMs <= clock.now()) seriesCache.forget(isPlace(place))
    log?.info(`Method completed with status: ${status}`)
    log?.write(logs.append, arrival)
    if (stage.accessLogSettings) writeAccessLog(logs.append, arrival)
  }

  return {
    async send(found, request) {
      const { ending } = await meet(found, request, { requestId: randomUUID(), host: undefined })
      return ending
    },
    async handle(request, requestId) {
      const address = addressOf(store, request)
      const found = address && heardOf(findStage(store, address.apiId, address.stageName, address.custom !== undefined))
      if (!found) return bareAnswer(defaultAnswer(forbidden), requestId, extendedRequestId(ids))
      const { arrival, ending } = await meet(found, stageRequest(request, address.path), { requestId, ...address })
      return httpAnswer(ending, arrival)
    },
  }
}

const isPlace = (place: Place) => (other: Place) => other.account === place.account && other.region === place.region

type Meeting = { requestId: string; host: string | undefined; custom?: CalledName }

/** A request to no method: it counts for the stage alone. */
const unrouted = { detailed: false }
