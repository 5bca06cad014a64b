/** AWS's cluster sizes in GB, as it spells them (CacheClusterSize in the API model). */
export const cacheSizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const
export type CacheSize = (typeof cacheSizes)[number]

/** What a cluster costs an hour in US East, in US dollars. Only the smallest is confirmed; other regions cost more. */
export const hourlyUsd: Record<CacheSize, { usd: number; confirmed: boolean }> = {
  '0.5': { usd: 0.02, confirmed: true },
  '1.6': { usd: 0.038, confirmed: false },
  '6.1': { usd: 0.2, confirmed: false },
  '13.5': { usd: 0.25, confirmed: false },
  '28.4': { usd: 0.5, confirmed: false },
  '58.2': { usd: 1, confirmed: false },
  '118': { usd: 1.9, confirmed: false },
  '237': { usd: 3.8, confirmed: false },
}

const isCacheSize = (size: string): size is CacheSize => (cacheSizes as readonly string[]).includes(size)

/** The list price in words, such as `US$ 0.038 (to be checked)`. */
export function priceText(size: string): string {
  if (!isCacheSize(size)) return 'price unknown'
  const { usd, confirmed } = hourlyUsd[size]
  return `US$ ${usd}${confirmed ? '' : ' (to be checked)'}`
}

/** Seconds. 0 keeps nothing (documented). */
export const longestTtl = 3_600

/** Why AWS wouldn't take a time to live, or null. */
export const ttlProblem = (seconds: number | null): string | null =>
  seconds === null || !Number.isInteger(seconds) || seconds < 0 || seconds > longestTtl
    ? 'AWS keeps an answer for 0 to 3,600 whole seconds.'
    : null

/** What a caller without permission gets who asks for a fresh answer (`Cache-Control: max-age=0`). */
export const unauthorizedStrategies = [
  'FAIL_WITH_403',
  'SUCCEED_WITH_RESPONSE_HEADER',
  'SUCCEED_WITHOUT_RESPONSE_HEADER',
] as const
export type UnauthorizedStrategy = (typeof unauthorizedStrategies)[number]

/** What a method's caching goes by. */
export interface CachedMethodFacts {
  method: string
  /** Has caching settings of its own rather than the stage's default. */
  own: boolean
  cachingEnabled: boolean
  cacheTtlInSeconds: number
}

export const missingLights = ['cluster_off', 'cluster_changing', 'caching_off', 'not_get', 'ttl_zero'] as const
export type MissingLight = (typeof missingLights)[number]

/**
 * What keeps a method's answers from being cached: none of them means that it's really caching. The default of all methods
 * means GET alone (Enabling API caching); a method of another verb is cached by a setting of its own.
 */
export function missingFor(
  { method, own, cachingEnabled, cacheTtlInSeconds }: CachedMethodFacts,
  cluster: { enabled: boolean; status: string },
): MissingLight[] {
  const missing: MissingLight[] = []
  if (!cluster.enabled) missing.push('cluster_off')
  else if (cluster.status !== 'AVAILABLE') missing.push('cluster_changing')
  if (!cachingEnabled) missing.push('caching_off')
  else if (!own && method !== 'GET' && method !== 'ANY') missing.push('not_get')
  if (cacheTtlInSeconds === 0) missing.push('ttl_zero')
  return missing
}
