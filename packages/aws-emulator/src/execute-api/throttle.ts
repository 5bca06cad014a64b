import type { Exchange } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'
import { methodSetting } from './method-setting.ts'

/** What an account has in a region by default (documented). */
const accountLimits = { rateLimit: 10_000, burstLimit: 5_000 }

/** The stage's limit of the method, shared by all its callers, then the account's (documented order). */
export function checkThrottle({ buckets }: Gateway, { place, stage, route, at }: Exchange): void {
  const account = `${place.account}/${place.region}`
  const { setting } = methodSetting(stage, route)
  const { throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit } = setting ?? {}
  if (rateLimit !== undefined && burstLimit !== undefined) {
    const bucket = `${account}/${stage.apiId}/${stage.stageName}/${route.resource.path}/${route.verb}`
    const limits = { rateLimit, burstLimit }
    if (!buckets.take(bucket, limits, at)) throw new Refusal(gatewayResponses.THROTTLED, 'Rate exceeded')
  }
  if (!buckets.take(account, accountLimits, at)) throw new Refusal(gatewayResponses.THROTTLED, 'Rate exceeded')
}
