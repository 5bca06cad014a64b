import type { Exchange } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'

/** The key of a method that requires one: enabled, and in a plan of the stage; anything else is Forbidden (documented). */
export function checkApiKey(gateway: Gateway, exchange: Exchange): void {
  const { place, stage, route } = exchange
  if (!route.method.apiKeyRequired) return
  const value = keyValue(exchange)
  const key = value === undefined ? undefined : gateway.findKey(place, value)
  const plan = key?.enabled ? gateway.findPlan(place, key.id, stage.apiId, stage.stageName) : undefined
  if (!key || !plan) throw new Refusal(gatewayResponses.INVALID_API_KEY)
  exchange.identified = { key, plan }
}

/** From the header, or from what the authorizer says (documented). */
function keyValue({ apiKeySource, request, authorized }: Exchange): string | undefined {
  return apiKeySource === 'AUTHORIZER' ? authorized?.usageIdentifierKey : request.headers['x-api-key']
}
