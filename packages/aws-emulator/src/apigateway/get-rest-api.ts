import type { GetRestApiRequest, RestApi } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findRestApi, restApiOutput } from './rest-apis.ts'

export function getRestApi(call: Call, input: GetRestApiRequest): RestApi {
  return restApiOutput(findRestApi(call, input.restApiId))
}
