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

function settingOf(stage: StageInForce, { resource: { path }, verb, method }: Route): MethodSetting {
  const own = ownSetting(stage, path, verb)
  const setting = own ?? stage.methodSettings['*/*']
  const keyed = method.apiKeyRequired === true
  const sampled = { resource: path, verb, detailed: setting?.metricsEnabled === true, keyed }
  return { setting, isOwn: own !== undefined, sampled }
}

function ownSetting({ methodSettings }: StageInForce, path: string, verb: string): MethodSettingRecord | undefined {
  const escaped = path === '/' ? '~1' : path.replaceAll('/', '~1')
  const key = [`${escaped}/${verb}`, `${path.slice(1)}/${verb}`].find((one) => Object.hasOwn(methodSettings, one))
  return key === undefined ? undefined : methodSettings[key]
}

/** How the executions of a method are logged, whose path and verb these are. */
export const loggingLevel = (stage: StageInForce, path: string, verb: string): string | undefined =>
  (ownSetting(stage, path, verb) ?? stage.methodSettings['*/*'])?.loggingLevel
