import type { MethodSettingRecord } from '../apigateway/records.ts'
import type { SampleRoute } from '../cloudwatch/samples.ts'
import type { StageInForce } from '../world/timeline.ts'
import type { Route } from './find-route.ts'

/** What the stage sets for a method, and whether for this method alone. */
export type MethodSetting = {
  setting: MethodSettingRecord | undefined
  isOwn: boolean
  /** How the metrics know the method. */
  sampled: SampleRoute
}

const known = new WeakMap<StageInForce, Map<Route, MethodSetting>>()

/** The setting of the method itself wins over the one of all methods; keys keep their escaped slashes. */
export function methodSetting(stage: StageInForce, route: Route): MethodSetting {
  const settings = known.get(stage) ?? new Map<Route, MethodSetting>()
  known.set(stage, settings)
  let setting = settings.get(route)
  if (!setting) settings.set(route, (setting = settingOf(stage, route)))
  return setting
}

function settingOf({ methodSettings }: StageInForce, { resource: { path }, verb }: Route): MethodSetting {
  const escaped = path === '/' ? '~1' : path.replaceAll('/', '~1')
  const own = [`${escaped}/${verb}`, `${path.slice(1)}/${verb}`].find((key) => Object.hasOwn(methodSettings, key))
  const setting = methodSettings[own ?? '*/*']
  const sampled = { resource: path, verb, detailed: setting?.metricsEnabled === true }
  return { setting, isOwn: own !== undefined, sampled }
}
