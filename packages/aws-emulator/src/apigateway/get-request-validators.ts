import type { GetRequestValidatorsRequest, RequestValidators } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { definitionKinds, type RequestValidatorRecord } from './definition-records.ts'
import { requestValidatorOutput } from './request-validators.ts'
import { findRestApi } from './rest-apis.ts'

export function getRequestValidators(
  call: Call,
  input: GetRequestValidatorsRequest,
): RequestValidators & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const validators = call.unit.list<RequestValidatorRecord>(definitionKinds.requestValidator, `${api.id}/`)
  const { items, position } = page(validators, input.position, input.limit)
  return { items: items.map(requestValidatorOutput), position }
}
