import type { Method, PutMethodRequest } from '@aws-sdk/client-api-gateway'
import { badRequest, conflict } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { checkAuthorization, checkRequestValidator } from './method-checks.ts'
import { checkModelNames } from './models.ts'
import { checkRequestParameterNames } from './parameter-mappings.ts'
import { findResource, ownMethod, putMethodOf } from './resources.ts'

const verbs = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY']

export function putMethod(call: Call, input: PutMethodRequest): Method {
  const resource = findResource(call, input.restApiId, input.resourceId)
  // Sentences after public reports: guessed.
  if (!verbs.includes(input.httpMethod ?? '')) {
    throw badRequest(`Invalid HttpMethod specified. Valid options are ${verbs.join(',')}`)
  }
  if (ownMethod(resource, input.httpMethod)) throw conflict('Method already exists for this resource')
  const { restApiId: _, resourceId: __, ...asked } = input
  const method: Method = { ...asked, apiKeyRequired: input.apiKeyRequired ?? false }
  checkAuthorization(call, resource.apiId, method)
  checkRequestValidator(call, resource.apiId, method.requestValidatorId)
  checkModelNames(call, resource.apiId, method.requestModels)
  checkRequestParameterNames(Object.keys(method.requestParameters ?? {}))
  putMethodOf(call, resource, method)
  return method
}
