import type { GetMethodRequest, Method } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findMethod } from './resources.ts'

export function getMethod(call: Call, input: GetMethodRequest): Method {
  return findMethod(call, input).method
}
