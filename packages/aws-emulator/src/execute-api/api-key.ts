import type { ApiKeyRecord } from '../apigateway/records.ts'
import type { Exchange } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'

/** The key of a method that requires one: enabled, and in a plan of the stage; anything else is Forbidden (documented). */
export function checkApiKey(gateway: Gateway, exchange: Exchange): void {
  const { place, stage, route, at } = exchange
  if (!route.method.apiKeyRequired) return
  const value = keyValue(exchange)
  const key = value === undefined ? undefined : gateway.findKey(place, value)
  // What changed later than this hasn't come to the stages yet.
  const heard = at - gateway.settings.keyPropagationSeconds * 1000
  const plan = key && gateway.findPlan(place, key.id, stage.apiId, stage.stageName)
  if (!key || !plan || plan.since > heard || !wasEnabled(key, heard))
    throw new Refusal(gatewayResponses.INVALID_API_KEY)
  exchange.identified = { key, plan }
}

const wasEnabled = ({ enabled, switched }: ApiKeyRecord, instant: number): boolean =>
  switched && switched.at > instant ? switched.was : enabled

/** From the header, or from what the authorizer says (documented). */
function keyValue({ apiKeySource, request, authorized }: Exchange): string | undefined {
  return apiKeySource === 'AUTHORIZER' ? authorized?.usageIdentifierKey : request.headers['x-api-key']
}
