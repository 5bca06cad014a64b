import { deploymentKey } from '../apigateway/deployments.ts'
import { kinds, type DeploymentRecord } from '../apigateway/records.ts'
import type { Place, Store } from '../lib/store.ts'
import { callersOf, type Caller } from './callers.ts'
import type { WorldFunction } from './world-function.ts'

/** What the data plane looks up in an account and region: deployments (deleted ones too, for the past) and functions. */
export type Surroundings = {
  deployment(apiId: string, deploymentId: string): DeploymentRecord | undefined
  worldFunction(name: string): WorldFunction | undefined
  /** Who calls a stage in the background with a key. */
  callers(apiId: string, stageName: string): Caller[]
}

export function surroundingsIn(store: Store, place: Place): Surroundings {
  return {
    deployment: (apiId, deploymentId) =>
      store.get<DeploymentRecord>(place, kinds.deployment, deploymentKey(apiId, deploymentId)) ??
      store.get<DeploymentRecord>(place, kinds.archivedDeployment, deploymentKey(apiId, deploymentId)),
    callers: (apiId, stageName) => callersOf(store, place, apiId, stageName),
    worldFunction: (name) => store.get(place, kinds.worldFunction, name),
  }
}
