import type { DeleteRestApiRequest } from '@aws-sdk/client-api-gateway'
import { recordStageGone } from '../world/timeline.ts'
import type { Call } from './call.ts'
import { deleteDefinition } from './definition.ts'
import { archiveDeployment } from './deployments.ts'
import { kinds, type DeploymentRecord, type ResourceRecord, type StageRecord } from './records.ts'
import { resourceKey } from './resources.ts'
import { findRestApi } from './rest-apis.ts'
import { stageKey } from './stages.ts'
import { dropStageFromPlans } from './usage-plans.ts'

/** Takes everything of the API with it; its metrics stay, as CloudWatch keeps them. */
export function deleteRestApi(call: Call, input: DeleteRestApiRequest): void {
  const { id } = findRestApi(call, input.restApiId)
  const { unit } = call
  for (const stage of unit.list<StageRecord>(kinds.stage, `${id}/`)) {
    unit.delete(kinds.stage, stageKey(id, stage.stageName))
    dropStageFromPlans(call, id, stage.stageName)
    recordStageGone(call, stage)
  }
  for (const deployment of unit.list<DeploymentRecord>(kinds.deployment, `${id}/`)) archiveDeployment(call, deployment)
  for (const resource of unit.list<ResourceRecord>(kinds.resource, `${id}/`)) {
    unit.delete(kinds.resource, resourceKey(id, resource.id))
  }
  deleteDefinition(call, id)
  unit.delete(kinds.restApi, id)
}
