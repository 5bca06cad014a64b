import type { FlushStageAuthorizersCacheRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findRestApi } from './rest-apis.ts'
import { findStage } from './stages.ts'

/** There is no authorizer whose answers would be cached: the stage is looked up, nothing is to flush. */
export function flushStageAuthorizersCache(call: Call, input: FlushStageAuthorizersCacheRequest): void {
  findStage(call, findRestApi(call, input.restApiId).id, input.stageName)
}
