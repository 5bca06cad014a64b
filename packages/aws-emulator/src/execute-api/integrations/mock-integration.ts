import type { Integration } from '@aws-sdk/client-api-gateway'
import type { Exchange, StageAnswer } from '../exchange.ts'
import { gatewayResponses, Refusal } from '../gateway-response.ts'
import { mapRequest } from './map-request.ts'
import { mapResponse } from './map-response.ts'

/**
 * A MOCK answers with the response whose pattern matches the status that its request template renders, quoted or not
 * (recorded). Without a status it is a 500 (documented).
 */
export function mockIntegration(integration: Integration, exchange: Exchange): StageAnswer {
  const { body } = mapRequest(integration, exchange)
  const [, status] = /["']?statusCode["']?\s*:\s*["']?(\d{3})\b/.exec(body.toString()) ?? []
  if (status === undefined) {
    throw new Refusal(
      gatewayResponses.API_CONFIGURATION_ERROR,
      'Execution failed due to configuration error: Unable to parse statusCode. It should be an integer that is defined in the request template.',
    )
  }
  return mapResponse(integration, exchange, { selector: status, headers: [], body: '' })
}
