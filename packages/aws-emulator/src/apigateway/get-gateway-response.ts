import type { GatewayResponse, GetGatewayResponseRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { checkGatewayResponseType, customisedResponses, gatewayResponseInForce } from './gateway-responses.ts'
import { findRestApi } from './rest-apis.ts'

export function getGatewayResponse(call: Call, input: GetGatewayResponseRequest): GatewayResponse {
  const type = checkGatewayResponseType(input.responseType, 'getGatewayResponseInput.responseType')
  const api = findRestApi(call, input.restApiId)
  return gatewayResponseInForce(customisedResponses(call, api.id), type)
}
