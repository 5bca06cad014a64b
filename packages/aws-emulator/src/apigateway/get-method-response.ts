import type { GetMethodResponseRequest, MethodResponse } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findMethod, findMethodResponse } from './resources.ts'

export function getMethodResponse(call: Call, input: GetMethodResponseRequest): MethodResponse {
  return findMethodResponse(findMethod(call, input).method, input.statusCode)
}
