import type { Stage } from '@aws-sdk/client-api-gateway'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'

/** What AWS fills in where a method setting was never set (recorded: control-plane-rest 1.3). */
export const methodSettingDefaults: MethodSetting = {
  metricsEnabled: false,
  loggingLevel: 'OFF',
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10_000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
}

/** A stage as AWS answers it, reduced to what a person can set, in normal form. */
export const configOf = (stage: Stage): StageConfig =>
  normalise({
    deploymentId: stage.deploymentId,
    description: stage.description,
    documentationVersion: stage.documentationVersion,
    clientCertificateId: stage.clientCertificateId,
    cacheClusterEnabled: stage.cacheClusterEnabled ?? false,
    cacheClusterSize: stage.cacheClusterSize,
    tracingEnabled: stage.tracingEnabled ?? false,
    variables: stage.variables,
    methodSettings: stage.methodSettings as StageConfig['methodSettings'],
    accessLogSettings: stage.accessLogSettings,
    canarySettings: stage.canarySettings?.deploymentId
      ? {
          deploymentId: stage.canarySettings.deploymentId,
          percentTraffic: stage.canarySettings.percentTraffic ?? 0,
          useStageCache: stage.canarySettings.useStageCache ?? false,
          stageVariableOverrides: stage.canarySettings.stageVariableOverrides,
        }
      : undefined,
  })

/**
 * The normal form in which configs are compared: what is empty is absent, an override has all ten leaves (an absent
 * logging level is OFF), and a cache cluster that is off has no size.
 */
export function normalise(config: StageConfig): StageConfig {
  const { canarySettings: canary } = config
  return dropAbsent({
    ...config,
    description: config.description || undefined,
    documentationVersion: config.documentationVersion || undefined,
    clientCertificateId: config.clientCertificateId || undefined,
    cacheClusterSize: config.cacheClusterEnabled ? config.cacheClusterSize : undefined,
    variables: orAbsent(config.variables),
    methodSettings: orAbsent(mapValues(config.methodSettings, (s) => ({ ...methodSettingDefaults, ...dropAbsent(s) }))),
    accessLogSettings: orAbsent(config.accessLogSettings && dropAbsent(config.accessLogSettings)),
    canarySettings:
      canary && dropAbsent({ ...canary, stageVariableOverrides: orAbsent(canary.stageVariableOverrides) }),
  })
}

const orAbsent = <T extends object>(value: T | undefined): T | undefined =>
  value && Object.keys(value).length > 0 ? value : undefined

const dropAbsent = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

const mapValues = <T>(map: Record<string, T> | undefined, change: (value: T) => T) =>
  map && Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
