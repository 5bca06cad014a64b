import type { MethodSettingRecord } from '../apigateway/records.ts'
import { cachePolicy, hasCache } from './cache-policy.ts'
import { isSigned } from './check-signature.ts'
import type { Exchange, StageAnswer } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'
import { mappedValue } from './parameter-mapping.ts'

export type CacheResult = 'hit' | 'miss'

/** Where a request stands with the cache: the answer that it holds, or where to keep the one that comes. */
export type Lookup = { answer?: StageAnswer; keep(answer: StageAnswer): void; ignored: boolean }

/** Undefined where the method isn't cached: such requests are neither hits nor misses. */
export function lookUp({ cache }: Gateway, exchange: Exchange): Lookup | undefined {
  const { stage, route, request, isCanary, at } = exchange
  if (!hasCache(stage, at)) return undefined
  const policy = cachePolicy(stage, route, request.method, isCanary)
  if (!policy) return undefined
  const key = cacheKey(exchange)
  const refresh = refreshWish(exchange, policy)
  const answer = refresh === 'refresh' ? undefined : cache.get(key, at)
  return {
    answer,
    keep: (fresh) => cache.put(key, fresh, at + policy.cacheTtlInSeconds * 1000),
    ignored: refresh === 'ignore and tell',
  }
}

/**
 * Only the values of the cache key parameters count, besides namespace and verb (documented). Deployments don't share,
 * which separates a canary on another one; `contents` changes when the cluster loses all it held.
 */
function cacheKey(exchange: Exchange): string {
  const { place, stage, deploymentId, route, request } = exchange
  const {
    cacheNamespace = route.resource.id,
    cacheKeyParameters = [],
    requestParameters = {},
  } = route.method.methodIntegration ?? {}
  const values = cacheKeyParameters.map((name) => {
    const value = mappedValue(requestParameters[name] ?? name, { exchange })
    return value === undefined ? '' : encodeURIComponent(value)
  })
  return [
    place.account,
    place.region,
    stage.apiId,
    stage.stageName,
    stage.cache?.contents,
    deploymentId,
    cacheNamespace,
    request.method,
    ...values,
  ].join('/')
}

type Refresh = 'refresh' | 'ignore' | 'ignore and tell' | undefined

/** `Cache-Control: max-age=0` and the three policies (documented). Who signs may invalidate: there is no IAM here. */
function refreshWish({ request }: Exchange, policy: MethodSettingRecord): Refresh {
  if (!/\bmax-age=0\b/.test(request.headers['cache-control'] ?? '')) return undefined
  if (!policy.requireAuthorizationForCacheControl || isSigned(request)) return 'refresh'
  if (policy.unauthorizedCacheControlHeaderStrategy === 'FAIL_WITH_403')
    throw new Refusal(gatewayResponses.ACCESS_DENIED)
  return policy.unauthorizedCacheControlHeaderStrategy === 'SUCCEED_WITH_RESPONSE_HEADER' ? 'ignore and tell' : 'ignore'
}

/** Believed to be AWS's; no recording. */
export const ignoredWarning: [string, string] = [
  'Warning',
  '199 Cache-control headers were ignored because the caller was unauthorized.',
]
