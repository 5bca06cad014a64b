import type { GetStagesRequest, Stages } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { kinds, type StageRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { stageOutput } from './stages.ts'

/** Not paged; `deploymentId` filters (recorded). */
export function getStages(call: Call, input: GetStagesRequest): Stages {
  const api = findRestApi(call, input.restApiId)
  const stages = call.unit.list<StageRecord>(kinds.stage, `${api.id}/`)
  const asked = stages.filter(({ deploymentId }) => !input.deploymentId || deploymentId === input.deploymentId)
  return { item: asked.map((stage) => stageOutput(stage, call.now)) }
}
