import type { GatewayResponse, GatewayResponseType } from '@aws-sdk/client-api-gateway'
import { checkEnum } from '../lib/check-enum.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds, type GatewayResponseRecord } from './definition-records.ts'

/** Each type's own status; the two DEFAULT types have none (recorded). */
const ownStatus: Record<string, string | undefined> = {
  INTEGRATION_FAILURE: '504',
  RESOURCE_NOT_FOUND: '404',
  REQUEST_TOO_LARGE: '413',
  THROTTLED: '429',
  UNSUPPORTED_MEDIA_TYPE: '415',
  AUTHORIZER_CONFIGURATION_ERROR: '500',
  DEFAULT_5XX: undefined,
  DEFAULT_4XX: undefined,
  BAD_REQUEST_PARAMETERS: '400',
  BAD_REQUEST_BODY: '400',
  WAF_FILTERED: '403',
  EXPIRED_TOKEN: '403',
  ACCESS_DENIED: '403',
  INVALID_API_KEY: '403',
  UNAUTHORIZED: '401',
  API_CONFIGURATION_ERROR: '500',
  QUOTA_EXCEEDED: '429',
  INTEGRATION_TIMEOUT: '504',
  MISSING_AUTHENTICATION_TOKEN: '403',
  INVALID_SIGNATURE: '403',
  AUTHORIZER_FAILURE: '500',
}

/** All 21, always listed; the order is LocalStack's. */
export const gatewayResponseTypes = Object.keys(ownStatus) as GatewayResponseType[]

/** How the enum is printed is guessed. */
export function checkGatewayResponseType(type: string | undefined, at: string): GatewayResponseType {
  checkEnum(type, gatewayResponseTypes, at)
  return type as GatewayResponseType
}

export const standardTemplates = { 'application/json': '{"message":$context.error.messageString}' }

/**
 * A type as it answers: its own customisation, else what DEFAULT_4XX or DEFAULT_5XX was customised to, else the default of
 * AWS. Only its own customisation makes it no `defaultResponse` (recorded, test_gateway_response_put).
 */
export function gatewayResponseInForce(
  customised: GatewayResponseRecord[],
  type: GatewayResponseType,
): GatewayResponse {
  const own = customised.find(({ responseType }) => responseType === type)
  if (own) return gatewayResponseOutput(own)
  const status = ownStatus[type]
  const family = status && (status.startsWith('4') ? 'DEFAULT_4XX' : 'DEFAULT_5XX')
  const shared = family && customised.find(({ responseType }) => responseType === family)
  return {
    responseType: type,
    statusCode: (shared && shared.statusCode) || status,
    responseParameters: (shared && shared.responseParameters) || {},
    responseTemplates: (shared && shared.responseTemplates) || standardTemplates,
    defaultResponse: true,
  }
}

export const gatewayResponseOutput = ({ apiId: _, ...response }: GatewayResponseRecord): GatewayResponse => ({
  ...response,
  defaultResponse: false,
})

export const customisedResponses = ({ unit }: Call, apiId: string) =>
  unit.list<GatewayResponseRecord>(definitionKinds.gatewayResponse, `${apiId}/`)

export function putGatewayResponseRecord({ unit }: Call, response: GatewayResponseRecord): void {
  unit.put(definitionKinds.gatewayResponse, childKey(response.apiId, response.responseType), response)
}
