import { missingFor, unauthorizedStrategies } from '@callboard/shared-types/cache/cache-rules'
import type { CacheChoice, CachedMethod } from '@callboard/shared-types/cache/cache.schemas'
import type { Route } from '@callboard/shared-types/deployments/deployments.schemas'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { allMethods, methodKey, readableMethod } from '../aws/method-key.ts'
import { settingOf } from '../aws/method-settings.ts'

export const choiceOf = (setting: MethodSetting): CacheChoice => ({
  cachingEnabled: setting.cachingEnabled,
  cacheTtlInSeconds: setting.cacheTtlInSeconds,
  cacheDataEncrypted: setting.cacheDataEncrypted,
  requireAuthorizationForCacheControl: setting.requireAuthorizationForCacheControl,
  unauthorizedCacheControlHeaderStrategy:
    unauthorizedStrategies.find((known) => known === setting.unauthorizedCacheControlHeaderStrategy) ??
    'SUCCEED_WITH_RESPONSE_HEADER',
})

interface Stage {
  config: StageConfig
  cacheClusterStatus: string
}

/** The live deployment's methods, then those that have settings although it has no such method. */
export function cachedMethods(
  { config, cacheClusterStatus }: Stage,
  routes: Route[] | null,
  keyLacks: Record<string, string[]>,
): CachedMethod[] {
  const live = (routes ?? []).map(({ path, method }) => methodKey(path, method))
  const own = Object.keys(config.methodSettings ?? {}).filter((key) => key !== allMethods)
  const cluster = { enabled: config.cacheClusterEnabled, status: cacheClusterStatus }
  return [...new Set([...live, ...own.toSorted()])].map((key) => {
    const choice = choiceOf(settingOf(config, key))
    const facts = { ...choice, method: key.slice(key.lastIndexOf('/') + 1), own: own.includes(key) }
    const name = readableMethod(key)
    return {
      ...choice,
      key,
      name,
      own: facts.own,
      orphan: routes !== null && !live.includes(key),
      missing: missingFor(facts, cluster),
      keyLacks: Object.hasOwn(keyLacks, name) ? keyLacks[name]! : [],
    }
  })
}
