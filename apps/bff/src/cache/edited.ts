import type { CacheEdits } from '@callboard/shared-types/cache/cache.schemas'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { allMethods } from '../aws/method-key.ts'
import { methodSettingDefaults } from '../aws/stage-config.ts'

/** The stage with the edits laid over it. A new override begins as a copy of what the default becomes. */
export function edited(config: StageConfig, { enabled, size, methods }: CacheEdits): StageConfig {
  const on = enabled ?? config.cacheClusterEnabled
  return {
    ...config,
    cacheClusterEnabled: on,
    // Without a size given AWS takes the smallest.
    cacheClusterSize: on ? (size ?? config.cacheClusterSize ?? '0.5') : undefined,
    methodSettings: editedMethods(config.methodSettings, methods),
  }
}

function editedMethods(present: Record<string, MethodSetting> = {}, edits: CacheEdits['methods']) {
  const settings = { ...present }
  const keys = Object.keys(edits).toSorted((a, b) => Number(b === allMethods) - Number(a === allMethods))
  for (const key of keys) {
    const choice = Object.fromEntries(Object.entries(edits[key]!).filter(([, value]) => value !== undefined))
    if (Object.keys(choice).length === 0) continue
    settings[key] = { ...(settings[key] ?? settings[allMethods] ?? methodSettingDefaults), ...choice }
  }
  return settings
}
