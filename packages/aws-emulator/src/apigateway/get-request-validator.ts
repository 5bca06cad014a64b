import type { GetRequestValidatorRequest, RequestValidator } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findRequestValidator, requestValidatorOutput } from './request-validators.ts'
import { findRestApi } from './rest-apis.ts'

export function getRequestValidator(call: Call, input: GetRequestValidatorRequest): RequestValidator {
  const api = findRestApi(call, input.restApiId)
  return requestValidatorOutput(findRequestValidator(call, api.id, input.requestValidatorId))
}
