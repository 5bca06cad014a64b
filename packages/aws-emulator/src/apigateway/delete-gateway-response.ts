import type { DeleteGatewayResponseRequest } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'
import { checkGatewayResponseType } from './gateway-responses.ts'
import { findRestApi } from './rest-apis.ts'

/** Back to the default; sentence recorded. */
export function deleteGatewayResponse(call: Call, input: DeleteGatewayResponseRequest): void {
  const type = checkGatewayResponseType(input.responseType, 'deleteGatewayResponseInput.responseType')
  const api = findRestApi(call, input.restApiId)
  const key = childKey(api.id, type)
  if (!call.unit.get(definitionKinds.gatewayResponse, key)) throw notFound('Gateway response type not defined on api')
  call.unit.delete(definitionKinds.gatewayResponse, key)
}
