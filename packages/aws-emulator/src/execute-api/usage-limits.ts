import { dayOf, remainingOf } from '../apigateway/usage.ts'
import type { ThrottleRecord } from '../apigateway/records.ts'
import type { Exchange } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'
import type { Limits } from './token-buckets.ts'

/**
 * The plan's throttle and quota of the key: a bucket over all stages of the plan, or one of the method's own where the
 * plan limits the method (documented). What the throttle refuses isn't counted (guessed).
 */
export function checkUsageLimits({ buckets, usage }: Gateway, exchange: Exchange): void {
  const { place, stage, route, identified, at } = exchange
  if (!identified) return
  const { key } = identified
  const { plan, apiStage } = identified.plan
  const who = `${place.account}/${place.region}/${plan.id}/${key.id}`
  const method = `${route.resource.path}/${route.verb}`
  const own = apiStage.throttle?.[method]
  const limits = limitsOf(own ?? plan.throttle)
  const bucket = own ? `${who}/${stage.apiId}/${stage.stageName}/${method}` : who
  const asker = `API Key ${hidden(key.value)} exceeded`
  const where = `limit for API Stage ${stage.apiId}/${stage.stageName}`
  if (limits && !buckets.take(bucket, limits, at)) {
    throw new Refusal(
      gatewayResponses.THROTTLED,
      `${asker} throttle ${where}: Key throttle limit exceeded for Usage Plan ID ${plan.id}, RestApi ${stage.apiId}, Stage ${stage.stageName}, Resource ${route.resource.id}, HttpMethod ${route.verb}. Limit: ${limits.rateLimit.toFixed(2)} Burst: ${limits.burstLimit}`,
    )
  }
  if (remainingOf(usage, place, plan, key.id, dayOf(at)) === 0) {
    throw new Refusal(
      gatewayResponses.QUOTA_EXCEEDED,
      `${asker} quota ${where}: Key quota exhausted for Usage Plan ID ${plan.id}. Limit: ${plan.quota?.limit} Period: ${plan.quota?.period}`,
    )
  }
  usage.count(place, plan.id, key.id, at)
}

/** The log shows the last six characters (recorded). */
const hidden = (value: string) => value.slice(-6).padStart(value.length, '*')

/** Of a throttle that is only half set: a burst that is missing is the rate's second, a rate that is missing has no end (guessed). */
function limitsOf(throttle: ThrottleRecord | undefined): Limits | undefined {
  const { rateLimit, burstLimit } = throttle ?? {}
  if (rateLimit === undefined && burstLimit === undefined) return undefined
  return { rateLimit: rateLimit ?? -1, burstLimit: burstLimit ?? Math.max(1, Math.ceil(rateLimit ?? 1)) }
}
