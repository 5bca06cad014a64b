import type { CacheEdits } from '@callboard/shared-types/cache/cache.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { withMethodEdits } from '../aws/method-settings.ts'

/** The stage with the edits laid over it. */
export function edited(config: StageConfig, { enabled, size, methods }: CacheEdits): StageConfig {
  const on = enabled ?? config.cacheClusterEnabled
  return {
    ...config,
    cacheClusterEnabled: on,
    // Without a size given AWS takes the smallest.
    cacheClusterSize: on ? (size ?? config.cacheClusterSize ?? '0.5') : undefined,
    methodSettings: withMethodEdits(config.methodSettings ?? {}, chosen(methods)),
  }
}

/** A method with no choice made is not edited. */
const chosen = (methods: CacheEdits['methods']) =>
  Object.fromEntries(
    Object.entries(methods).filter(([, choice]) => Object.values(choice).some((value) => value !== undefined)),
  )
