import { ttlProblem } from '@callboard/shared-types/cache/cache-rules'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { variableNameProblem, variableValueProblem } from '@callboard/shared-types/variables/variable-rules'
import type { Patch } from './patch.ts'

type Variables = Record<string, string>

/** Stage variables, or a canary's overrides of them: one by one, since AWS doesn't take a whole map away. */
export function variablesPatch(patch: Patch, path: string[], before: Variables = {}, after: Variables = {}): void {
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) patch.remove([...path, name])
  for (const [name, value] of Object.entries(after)) {
    if (Object.hasOwn(before, name) && before[name] === value) continue
    const field = [...path, name].join('.')
    const problem = variableNameProblem(name) ?? variableValueProblem(value)
    if (problem) patch.cannot(field, problem)
    else patch.replace([...path, name], value)
  }
}

/** The size goes before the switch; without a size the switch isn't touched, since what AWS then takes isn't documented. */
export function cachePatch(patch: Patch, before: StageConfig, after: StageConfig): void {
  if (after.cacheClusterEnabled && !after.cacheClusterSize)
    return patch.cannot('cacheClusterSize', 'a cache cluster that is on has a size')
  if (after.cacheClusterSize && before.cacheClusterSize !== after.cacheClusterSize)
    patch.replace(['cacheClusterSize'], after.cacheClusterSize)
  if (before.cacheClusterEnabled !== after.cacheClusterEnabled)
    patch.replace(['cacheClusterEnabled'], after.cacheClusterEnabled)
}

type AccessLog = NonNullable<StageConfig['accessLogSettings']>

/** Recorded: one part alone can't be removed, only both; what should stay is then set anew in the same call. */
export function accessLogPatch(patch: Patch, before: AccessLog = {}, after: AccessLog = {}): void {
  const parts = ['destinationArn', 'format'] as const
  const lost = parts.some((part) => before[part] !== undefined && after[part] === undefined)
  if (lost) patch.remove(['accessLogSettings'])
  for (const part of parts) {
    const value = after[part]
    if (value === undefined || (!lost && before[part] === value)) continue
    if (value === '') patch.cannot(`accessLogSettings.${part}`, "AWS doesn't take an empty one")
    else patch.replace(['accessLogSettings', part], value)
  }
}

const leafPaths: Record<keyof MethodSetting, string> = {
  metricsEnabled: 'metrics/enabled',
  loggingLevel: 'logging/loglevel',
  dataTraceEnabled: 'logging/dataTrace',
  throttlingBurstLimit: 'throttling/burstLimit',
  throttlingRateLimit: 'throttling/rateLimit',
  cachingEnabled: 'caching/enabled',
  cacheTtlInSeconds: 'caching/ttlInSeconds',
  cacheDataEncrypted: 'caching/dataEncrypted',
  requireAuthorizationForCacheControl: 'caching/requireAuthorizationForCacheControl',
  unauthorizedCacheControlHeaderStrategy: 'caching/unauthorizedCacheControlHeaderStrategy',
}

// A resource's path in one escaped segment, then a verb. Others exist on AWS (an unescaped nested path was once stored
// as such a key) but no patch path means them.
const addressableKey = /^[^/]+\/[A-Z*]+$/

/** Overrides by key, still escaped. A new one is sent with all ten leaves: AWS copies what isn't sent from the default. */
export function methodSettingsPatch(
  patch: Patch,
  before: Record<string, MethodSetting> = {},
  after: Record<string, MethodSetting> = {},
): void {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  for (const key of keys) {
    const from = Object.hasOwn(before, key) ? before[key] : undefined
    const to = Object.hasOwn(after, key) ? after[key] : undefined
    const leaves = Object.keys(leafPaths) as (keyof MethodSetting)[]
    const changed = to ? leaves.filter((leaf) => from?.[leaf] !== to[leaf]) : []
    if (to && changed.length === 0) continue
    if (!addressableKey.test(key)) {
      patch.cannot(`methodSettings.${key}`, "AWS has no patch path for this method's key")
      continue
    }
    if (!to) patch.raw('remove', `/${key}`)
    for (const leaf of changed) {
      const reason = outOfRange(leaf, to![leaf])
      if (reason) patch.cannot(`methodSettings.${key}.${leaf}`, reason)
      else patch.raw('replace', `/${key}/${leafPaths[leaf]}`, to![leaf])
    }
  }
}

function outOfRange(leaf: keyof MethodSetting, value: MethodSetting[keyof MethodSetting]): string | undefined {
  if (leaf === 'cacheTtlInSeconds') return ttlProblem(Number(value)) ?? undefined
  if (leaf === 'loggingLevel' && !['OFF', 'ERROR', 'INFO'].includes(String(value)))
    return 'AWS knows the levels OFF, ERROR and INFO'
  return undefined
}
