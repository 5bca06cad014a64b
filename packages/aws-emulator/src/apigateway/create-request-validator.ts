import type { CreateRequestValidatorRequest, RequestValidator } from '@aws-sdk/client-api-gateway'
import { newId, type Call } from './call.ts'
import { putRequestValidator, requestValidatorOutput } from './request-validators.ts'
import { findRestApi } from './rest-apis.ts'

export function createRequestValidator(call: Call, input: CreateRequestValidatorRequest): RequestValidator {
  const api = findRestApi(call, input.restApiId)
  const validator = {
    apiId: api.id,
    id: newId(call, 6),
    name: input.name,
    validateRequestBody: input.validateRequestBody ?? false,
    validateRequestParameters: input.validateRequestParameters ?? false,
  }
  putRequestValidator(call, validator)
  return requestValidatorOutput(validator)
}
