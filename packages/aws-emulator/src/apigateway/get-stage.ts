import type { GetStageRequest, Stage } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findRestApi } from './rest-apis.ts'
import { findStage, stageOutput } from './stages.ts'

export function getStage(call: Call, input: GetStageRequest): Stage {
  const api = findRestApi(call, input.restApiId)
  return stageOutput(findStage(call, api.id, input.stageName), call.now)
}
