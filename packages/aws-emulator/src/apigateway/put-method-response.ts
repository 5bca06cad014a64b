import type { MethodResponse, PutMethodResponseRequest } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import { checkPattern } from '../lib/check-enum.ts'
import type { Call } from './call.ts'
import { checkModelNames } from './models.ts'
import { checkResponseParameterNames } from './parameter-mappings.ts'
import { findMethod, putMethodOf } from './resources.ts'

export const statusCodePattern = '[1-5]\\d\\d'

export function putMethodResponse(call: Call, input: PutMethodResponseRequest): MethodResponse {
  const { statusCode = '', responseParameters, responseModels } = input
  checkPattern(statusCode, statusCodePattern, 'putMethodResponseInput.statusCode')
  const { resource, method } = findMethod(call, input)
  // Sentence after public reports: guessed.
  if (method.methodResponses?.[statusCode]) throw conflict('Response already exists for this resource')
  checkResponseParameterNames(Object.keys(responseParameters ?? {}))
  checkModelNames(call, resource.apiId, responseModels)
  const response: MethodResponse = { statusCode, responseParameters, responseModels }
  putMethodOf(call, resource, { ...method, methodResponses: { ...method.methodResponses, [statusCode]: response } })
  return response
}
