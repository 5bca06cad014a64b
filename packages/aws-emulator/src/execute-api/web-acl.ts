import type { Arrival } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'

export const webAclKey = (apiId: string, stageName: string) => `${apiId}/${stageName}`

export function checkWebAcl({ webAcl }: Gateway, { place, stage, request }: Arrival): void {
  const acl = webAcl(place, webAclKey(stage.apiId, stage.stageName))
  if (acl?.blockedPaths.some((path) => request.path.startsWith(path))) throw new Refusal(gatewayResponses.WAF_FILTERED)
}
