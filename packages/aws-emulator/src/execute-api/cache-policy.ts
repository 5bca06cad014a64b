import type { MethodSettingRecord } from '../apigateway/records.ts'
import type { StageInForce } from '../world/timeline.ts'
import type { Route } from './find-route.ts'
import { methodSetting } from './method-setting.ts'

/** Whether the stage's cluster serves at an instant. */
export const hasCache = ({ cache }: StageInForce, at: number): boolean => cache !== undefined && at >= cache.readyAt

/**
 * How a method is cached, if it is: a setting of all methods means GET alone (documented), and so does one of the
 * method's own but for that verb; a time to live of 0 is no caching. A canary has the stage's cache only where it says so.
 */
export function cachePolicy(
  stage: StageInForce,
  route: Route,
  verb: string,
  isCanary: boolean,
): MethodSettingRecord | undefined {
  if (isCanary && !stage.canary?.useStageCache) return undefined
  const { setting, isOwn } = methodSetting(stage, route)
  if (!setting?.cachingEnabled || setting.cacheTtlInSeconds === 0) return undefined
  return isOwn || verb === 'GET' ? setting : undefined
}
