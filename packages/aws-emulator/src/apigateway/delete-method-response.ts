import type { DeleteMethodResponseRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findMethod, findMethodResponse, putMethodOf } from './resources.ts'

export function deleteMethodResponse(call: Call, input: DeleteMethodResponseRequest): void {
  const { resource, method } = findMethod(call, input)
  const { statusCode = '' } = findMethodResponse(method, input.statusCode)
  const { [statusCode]: _, ...rest } = method.methodResponses ?? {}
  putMethodOf(call, resource, { ...method, methodResponses: Object.keys(rest).length > 0 ? rest : undefined })
}
