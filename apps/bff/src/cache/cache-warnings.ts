import { missingFor } from '@callboard/shared-types/cache/cache-rules'
import type { Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { Route } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { allMethods, methodKey, readableMethod } from '../aws/method-key.ts'
import { settingOf } from '../aws/method-settings.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { leafChanges } from '../aws/stage-leaves.ts'
import { listFew } from '../lib/list-names.ts'

interface Change {
  before: SeenStage
  after: StageConfig
  routes: Route[]
  keyLacks: Record<string, string[]>
}

/** What a person should know of a change of caching before it's made. */
export function cacheWarnings({ before, after, routes, keyLacks }: Change): Warning[] {
  const cachedAfter = routes.filter((route) => isCached(after, route))
  const fresh = cachedAfter.filter((route) => !isCached(before.config, route))
  const names = (some: Route[]) => some.map(({ path, method }) => `${method} ${path}`)
  const personal = names(fresh.filter(({ authorizationType }) => authorizationType !== 'NONE'))
  const writes = names(fresh.filter(({ method }) => method !== 'GET' && method !== 'ANY'))
  const mixed = names(fresh).filter((name) => Object.hasOwn(keyLacks, name))
  return [
    ...offWarning(before.config, after),
    ...warning(
      'holds_nothing',
      after.cacheClusterEnabled && !before.config.cacheClusterEnabled && routes.length > 0 && cachedAfter.length === 0,
      'Caching is on for no method, so the cluster costs and holds nothing. Turn caching on for all methods or for some.',
    ),
    ...warning(
      'one_answer',
      mixed.length > 0,
      `${listFew(mixed)}: what stands in the path isn't part of the cache key, so that all callers get the answer for the first one asked for. Add it to the integration's cache key parameters and deploy first.`,
    ),
    ...warning(
      'personal',
      personal.length > 0,
      `${listFew(personal)}: callers are authorised there. Unless the caller is part of the cache key, one caller's answer goes to the next.`,
    ),
    ...warning(
      'not_get',
      writes.length > 0,
      `${listFew(writes)}: a cached answer means that the call doesn't reach the backend, so nothing is done there.`,
    ),
    ...openRefreshWarning(before.config, after),
  ]
}

const warning = (code: string, holds: boolean, text: string): Warning[] => (holds ? [{ code, text }] : [])

/** Once the cluster is there. */
function isCached(config: StageConfig, { path, method }: Route): boolean {
  const key = methodKey(path, method)
  const own = Object.hasOwn(config.methodSettings ?? {}, key)
  const cluster = { enabled: config.cacheClusterEnabled, status: 'AVAILABLE' }
  return missingFor({ ...settingOf(config, key), method, own }, cluster).length === 0
}

function offWarning(before: StageConfig, after: StageConfig): Warning[] {
  const set = leafChanges(before, after).some(({ path }) => path[0] === 'methodSettings')
  const text = "It is kept, but it has no effect while the stage's cache cluster is off."
  return warning('no_effect', set && !after.cacheClusterEnabled, text)
}

function openRefreshWarning(before: StageConfig, after: StageConfig): Warning[] {
  const opened = Object.entries(after.methodSettings ?? {}).filter(
    ([key, setting]) =>
      !setting.requireAuthorizationForCacheControl && settingOf(before, key).requireAuthorizationForCacheControl,
  )
  const names = opened.map(([key]) => (key === allMethods ? 'all methods' : readableMethod(key)))
  return warning(
    'open_refresh',
    names.length > 0,
    `${listFew(names)}: any caller may ask for a fresh answer (Cache-Control: max-age=0), and so send every call to the backend.`,
  )
}
