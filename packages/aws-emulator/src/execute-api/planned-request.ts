import type { Place } from '../lib/store.ts'
import type { Random } from '../lib/random.ts'
import type { SampleRoute } from '../cloudwatch/samples.ts'
import { drawLatency } from '../world/latency.ts'
import type { Surroundings } from '../world/surroundings.ts'
import type { StageInForce } from '../world/timeline.ts'
import { meanRate, type TrafficCall, type TrafficProfile } from '../world/traffic-profile.ts'
import { cachePolicy, hasCache } from './cache-policy.ts'
import type { CacheResult } from './cache.ts'
import type { Exchange } from './exchange.ts'
import { findRoute } from './find-route.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import { unreachable } from './integrations/http-integration.ts'
import { mockIntegration } from './integrations/mock-integration.ts'
import { functionBehind } from './integrations/run-function.ts'
import { methodSetting } from './method-setting.ts'
import { endOf, orRefusal, refusedWith, type End } from './planned-end.ts'
import { functionRunner } from './planned-function.ts'
import { variablesFor } from './resolve-variables.ts'
import { noIntegration, ownLatency } from './run-request.ts'
import { deploymentInForce } from './snapshot.ts'
import { bareRequest } from './stage-request.ts'

/** One kind of planned call on its way through a stage: everything about it that is the same each time is found out once. */
export type Way = {
  route: SampleRoute
  /** Where it can: a function that is there. */
  reachesBackend: boolean
  run(random: Random): PlannedEnding
}

type PlannedEnding = End & { latencyMs: number; integrationLatencyMs?: number; cache?: CacheResult }

/** Stands for the id of each planned request in what is found out once for all of them. */
export const plannedRequestId = '{requestId}'

type Planned = { place: Place; stage: StageInForce; isCanary: boolean; surroundings: Surroundings }

/**
 * Planned callers bring what a method asks for, a key or a token, and stay within their limits: those steps are passed.
 * They don't leave the machine either: an HTTP backend is out of reach.
 */
export function planRequest(call: TrafficCall, planned: Planned): Way {
  const exchange = exchangeFor(call, planned)
  if (!exchange) {
    const refused = refusedWith(new Refusal(gatewayResponses.MISSING_AUTHENTICATION_TOKEN))
    return {
      route: { detailed: false },
      reachesBackend: false,
      run: (random) => ({ ...refused, latencyMs: drawLatency(ownLatency, random) }),
    }
  }
  const { stage, route, isCanary, request } = exchange
  const { reachesBackend, run: toBackend } = backendRunner(exchange, planned.surroundings)
  const policy = hasCache(stage, stage.from) ? cachePolicy(stage, route, request.method, isCanary) : undefined
  const hitShare = policy && stage.traffic ? expectedHits(call, stage.traffic, policy.cacheTtlInSeconds) : undefined
  return {
    route: methodSetting(stage, route).sampled,
    reachesBackend,
    run(random) {
      const own = drawLatency(ownLatency, random)
      if (hitShare === undefined) return toBackend(own, random)
      if (random() < hitShare) return { status: 200, latencyMs: own, cache: 'hit' }
      return { ...toBackend(own, random), cache: 'miss' }
    },
  }
}

/**
 * Of calls that come at a rate and are kept for a while, one fetches the answer and all others in that while hit. The calls spread
 * over so many different keys. This stands for the cache's contents, which the past doesn't have.
 */
function expectedHits({ weight, distinct = 1 }: TrafficCall, traffic: TrafficProfile, ttlSeconds: number): number {
  const all = traffic.calls.reduce((sum, call) => sum + call.weight, 0)
  const perSecond = (meanRate(traffic) * weight) / all / 60 / distinct
  return (perSecond * ttlSeconds) / (1 + perSecond * ttlSeconds)
}

function exchangeFor(
  { method, path }: TrafficCall,
  { place, stage, isCanary, surroundings }: Planned,
): Exchange | undefined {
  const { deploymentId, snapshot } = deploymentInForce(stage, isCanary, surroundings)
  const request = bareRequest(method, path)
  const found = findRoute(snapshot.resources, method, request.path)
  if (!found) return undefined
  return {
    place,
    stage,
    isCanary,
    deploymentId,
    snapshot,
    apiKeySource: 'HEADER',
    variables: variablesFor(stage, isCanary),
    request,
    at: stage.from,
    requestId: plannedRequestId,
    extendedRequestId: '',
    traceId: '',
    domainName: `${stage.apiId}.execute-api.${place.region}.amazonaws.com`,
    ...found,
  }
}

type Backend = { reachesBackend: boolean; run(ownMs: number, random: Random): PlannedEnding }

function backendRunner(exchange: Exchange, surroundings: Surroundings): Backend {
  const integration = exchange.route.method.methodIntegration
  if (integration?.type === 'AWS' || integration?.type === 'AWS_PROXY') {
    const runs = orRefusal(() => {
      const behaviour = functionBehind(integration, exchange, surroundings)
      return functionRunner(behaviour, integration, exchange)
    })
    if (runs instanceof Refusal) return nowhere(refusedWith(runs))
    return {
      reachesBackend: true,
      run(own, random) {
        const { end, latencyMs } = runs(random)
        return { status: end.status, refusal: end.refusal, latencyMs: own + latencyMs, integrationLatencyMs: latencyMs }
      },
    }
  }
  if (integration?.type === 'MOCK') return nowhere(endOf(() => mockIntegration(integration, exchange).status))
  return nowhere(refusedWith(integration ? unreachable() : noIntegration()))
}

/** No backend is called: it ends the same way each time. */
const nowhere = (end: End): Backend => ({ reachesBackend: false, run: (latencyMs) => ({ ...end, latencyMs }) })
