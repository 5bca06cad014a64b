import type { FlushStageAuthorizersCacheRequest } from '@aws-sdk/client-api-gateway'
import { recordStage } from '../world/timeline.ts'
import type { Call } from './call.ts'
import { kinds } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { findStage, stageKey } from './stages.ts'

/** The next request of each caller asks its authorizer again. */
export function flushStageAuthorizersCache(call: Call, input: FlushStageAuthorizersCacheRequest): void {
  const stage = findStage(call, findRestApi(call, input.restApiId).id, input.stageName)
  const flushed = { ...stage, authorizerContents: (stage.authorizerContents ?? 0) + 1 }
  call.unit.put(kinds.stage, stageKey(stage.apiId, stage.stageName), flushed)
  recordStage(call, flushed)
}
