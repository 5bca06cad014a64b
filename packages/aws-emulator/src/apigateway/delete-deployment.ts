import type { DeleteDeploymentRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { archiveDeployment, findDeployment } from './deployments.ts'
import { kinds, type StageRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'

/** Refused while a stage points at it (sentence recorded); that a canary's pointer counts too is guessed. */
export function deleteDeployment(call: Call, input: DeleteDeploymentRequest): void {
  const api = findRestApi(call, input.restApiId)
  const deployment = findDeployment(call, api.id, input.deploymentId)
  const stages = call.unit.list<StageRecord>(kinds.stage, `${api.id}/`)
  const active = stages.some(
    (stage) => stage.deploymentId === deployment.id || stage.canarySettings?.deploymentId === deployment.id,
  )
  if (active) throw badRequest('Active stages pointing to this deployment must be moved or deleted')
  archiveDeployment(call, deployment)
}
