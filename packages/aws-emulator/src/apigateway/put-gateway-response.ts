import type { GatewayResponse, PutGatewayResponseRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import type { GatewayResponseRecord } from './definition-records.ts'
import {
  checkGatewayResponseType,
  gatewayResponseInForce,
  gatewayResponseOutput,
  putGatewayResponseRecord,
  standardTemplates,
} from './gateway-responses.ts'
import { findRestApi } from './rest-apis.ts'

/** What isn't given is AWS's default (recorded). */
export function putGatewayResponse(call: Call, input: PutGatewayResponseRequest): GatewayResponse {
  const responseType = checkGatewayResponseType(input.responseType, 'putGatewayResponseInput.responseType')
  const api = findRestApi(call, input.restApiId)
  const response: GatewayResponseRecord = {
    apiId: api.id,
    responseType,
    statusCode: input.statusCode ?? gatewayResponseInForce([], responseType).statusCode,
    responseParameters: input.responseParameters ?? {},
    responseTemplates: input.responseTemplates ?? standardTemplates,
  }
  putGatewayResponseRecord(call, response)
  return gatewayResponseOutput(response)
}
