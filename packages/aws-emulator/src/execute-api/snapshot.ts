import type { Authorizer, GatewayResponse, Model, RequestValidator } from '@aws-sdk/client-api-gateway'
import type { DeploymentRecord, ResourceRecord } from '../apigateway/records.ts'
import type { Surroundings } from '../world/surroundings.ts'
import type { StageInForce } from '../world/timeline.ts'

/** What a deployment holds, as the data plane reads it: this is the only place that knows how it is kept. */
export type Snapshot = {
  resources: ResourceRecord[]
  binaryMediaTypes: string[]
  model(name: string | undefined): Model | undefined
  requestValidator(id: string | undefined): RequestValidator | undefined
  authorizer(id: string | undefined): Authorizer | undefined
  gatewayResponse(type: string): GatewayResponse | undefined
}

const known = new WeakMap<DeploymentRecord, Snapshot>()

const none: Snapshot = snapshot({ apiId: '', id: '', createdDate: 0, resources: [] })

/** The deployment that answers: the stage's own, or its canary's. */
export function deploymentInForce(stage: StageInForce, isCanary: boolean, surroundings: Surroundings) {
  const deploymentId = (isCanary ? stage.canary?.deploymentId : stage.deploymentId) ?? ''
  return { deploymentId, snapshot: snapshotOf(surroundings.deployment(stage.apiId, deploymentId)) }
}

export function snapshotOf(deployment: DeploymentRecord | undefined): Snapshot {
  if (!deployment) return none
  let found = known.get(deployment)
  if (!found) known.set(deployment, (found = snapshot(deployment)))
  return found
}

function snapshot({ resources, definition }: DeploymentRecord): Snapshot {
  const { api, models = [], requestValidators = [], authorizers = [], gatewayResponses = [] } = definition ?? {}
  return {
    resources,
    binaryMediaTypes: api?.binaryMediaTypes ?? [],
    model: byKey(models, ({ name }) => name),
    requestValidator: byKey(requestValidators, ({ id }) => id),
    authorizer: byKey(authorizers, ({ id }) => id),
    gatewayResponse: byKey(gatewayResponses, ({ responseType }) => responseType),
  }
}

function byKey<Value>(values: Value[], keyOf: (value: Value) => string | undefined) {
  const map = new Map(values.map((value) => [keyOf(value), value]))
  return (key: string | undefined): Value | undefined => (key === undefined ? undefined : map.get(key))
}
