import type { GatewayResponses, GetGatewayResponsesRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { customisedResponses, gatewayResponseInForce, gatewayResponseTypes } from './gateway-responses.ts'
import { findRestApi } from './rest-apis.ts'

/** Every type, customised or not (recorded). */
export function getGatewayResponses(
  call: Call,
  input: GetGatewayResponsesRequest,
): GatewayResponses & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const customised = customisedResponses(call, api.id)
  const { items, position } = page(gatewayResponseTypes, input.position, input.limit)
  return { items: items.map((type) => gatewayResponseInForce(customised, type)), position }
}
