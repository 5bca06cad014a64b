import type { MethodResponse, PutMethodResponseRequest } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { findMethod, putMethodOf } from './resources.ts'

export function putMethodResponse(call: Call, input: PutMethodResponseRequest): MethodResponse {
  const { resource, method } = findMethod(call, input)
  const { statusCode = '', responseParameters, responseModels } = input
  // Sentence after public reports: guessed.
  if (method.methodResponses?.[statusCode]) throw conflict('Response already exists for this resource')
  const response: MethodResponse = { statusCode, responseParameters, responseModels }
  putMethodOf(call, resource, { ...method, methodResponses: { ...method.methodResponses, [statusCode]: response } })
  return response
}
