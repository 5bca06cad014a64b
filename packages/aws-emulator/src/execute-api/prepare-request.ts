import type { DeploymentRecord } from '../apigateway/records.ts'
import type { Random } from '../lib/random.ts'
import type { StageInForce } from '../world/timeline.ts'
import type { WorldFunction } from '../world/world-function.ts'
import { findRoute } from './find-route.ts'
import { missingAuthenticationToken } from './gateway-response.ts'
import type { Backend } from './backend.ts'
import { backendOf, invoke, type Ending } from './integrate.ts'
import { variablesFor } from './resolve-variables.ts'

/** What the data plane looks up: deployments (deleted ones too, for the past) and functions of one account and region. */
export type Surroundings = {
  deployment(apiId: string, deploymentId: string): DeploymentRecord | undefined
  worldFunction(name: string): WorldFunction | undefined
}

/** A request that has found its way through the stage, up to the backend. */
export type PreparedRequest = {
  backend: Backend
  /** Absent where no route matched. */
  resource?: string
  verb?: string
  /** Detailed metrics are on for this route. */
  detailed: boolean
}

/** Keys, authorizers, throttles and the cache are not looked at yet. */
export function prepareRequest(
  stage: StageInForce,
  isCanary: boolean,
  verb: string,
  path: string,
  { deployment, worldFunction }: Surroundings,
): PreparedRequest {
  const deploymentId = (isCanary ? stage.canary?.deploymentId : stage.deploymentId) ?? ''
  const route = findRoute(deployment(stage.apiId, deploymentId)?.resources ?? [], verb, path)
  if (!route) return { backend: { kind: 'refused', response: missingAuthenticationToken }, detailed: false }
  return {
    backend: backendOf(route.method, variablesFor(stage, isCanary), worldFunction),
    resource: route.resource.path,
    verb: route.verb,
    detailed: hasDetailedMetrics(stage, route.resource.path, route.verb),
  }
}

/** The setting of the route itself wins over the one of all routes; keys keep their escaped slashes. */
function hasDetailedMetrics({ methodSettings }: StageInForce, resourcePath: string, verb: string): boolean {
  const escaped = resourcePath === '/' ? '~1' : resourcePath.replaceAll('/', '~1')
  const keys = [`${escaped}/${verb}`, `${resourcePath.slice(1)}/${verb}`, '*/*']
  const key = keys.find((candidate) => Object.hasOwn(methodSettings, candidate))
  return key !== undefined && methodSettings[key]?.metricsEnabled === true
}

export const runPrepared = ({ backend }: PreparedRequest, random: Random): Ending => invoke(backend, random)
