import type { DeleteStageRequest } from '@aws-sdk/client-api-gateway'
import { recordStageGone } from '../world/timeline.ts'
import type { Call } from './call.ts'
import { kinds } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { findStage, stageKey } from './stages.ts'
import { dropStageFromPlans } from './usage-plans.ts'

export function deleteStage(call: Call, input: DeleteStageRequest): void {
  const api = findRestApi(call, input.restApiId)
  const stage = findStage(call, api.id, input.stageName)
  call.unit.delete(kinds.stage, stageKey(api.id, stage.stageName))
  dropStageFromPlans(call, api.id, stage.stageName)
  recordStageGone(call, stage)
}
