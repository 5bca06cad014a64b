import type { CopyPart } from '@callboard/shared-types/stages/stage-rules'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { allMethods } from '../aws/method-key.ts'
import { settingOf } from '../aws/method-settings.ts'

/** Which part each of a method's settings is of. */
const partOfSetting: Record<keyof MethodSetting, CopyPart> = {
  metricsEnabled: 'settings',
  throttlingBurstLimit: 'settings',
  throttlingRateLimit: 'settings',
  loggingLevel: 'logs',
  dataTraceEnabled: 'logs',
  cachingEnabled: 'cache',
  cacheTtlInSeconds: 'cache',
  cacheDataEncrypted: 'cache',
  requireAuthorizationForCacheControl: 'cache',
  unauthorizedCacheControlHeaderStrategy: 'cache',
}
const methodParts: CopyPart[] = ['settings', 'logs', 'cache']

/**
 * `to` with the parts of `from` that are copied: what `from` doesn't have of them goes. Deployment, canary and description
 * say what a stage is, and are never copied.
 * @param sameApi of another API's methods only what holds for all of them means anything here
 */
export function copied(from: StageConfig, to: StageConfig, parts: CopyPart[], sameApi: boolean): StageConfig {
  const has = (part: CopyPart) => parts.includes(part)
  const { cacheClusterSize: _, ...rest } = to
  const cluster = has('cache') ? from : to
  return {
    ...rest,
    cacheClusterEnabled: cluster.cacheClusterEnabled,
    ...(cluster.cacheClusterSize !== undefined && { cacheClusterSize: cluster.cacheClusterSize }),
    ...(has('variables') && { variables: from.variables ?? {} }),
    ...(has('settings') && { tracingEnabled: from.tracingEnabled, ...certificateOf(sameApi ? from : to) }),
    ...(has('logs') && { accessLogSettings: from.accessLogSettings ?? {} }),
    methodSettings: methodsOf(from, to, parts, sameApi),
  }
}

const certificateOf = ({ clientCertificateId }: StageConfig) => ({ clientCertificateId: clientCertificateId ?? '' })

function methodsOf(from: StageConfig, to: StageConfig, parts: CopyPart[], sameApi: boolean) {
  const ofMethods = methodParts.filter((part) => parts.includes(part))
  const own = (of: StageConfig, key: string) => Object.hasOwn(of.methodSettings ?? {}, key)
  const keys = sameApi
    ? new Set([...Object.keys(from.methodSettings ?? {}), ...Object.keys(to.methodSettings ?? {})])
    : new Set([allMethods, ...Object.keys(to.methodSettings ?? {})])
  const settings: Record<string, MethodSetting> = {}
  for (const key of keys) {
    const copies = ofMethods.length > 0 && (sameApi || key === allMethods)
    const stays = own(to, key) && !(copies && ofMethods.length === methodParts.length)
    if (!stays && !(copies && own(from, key))) continue
    settings[key] = copies ? mixed(settingOf(from, key), settingOf(to, key), ofMethods) : to.methodSettings![key]!
  }
  return settings
}

const mixed = (from: MethodSetting, to: MethodSetting, parts: CopyPart[]): MethodSetting =>
  Object.fromEntries(
    Object.entries(partOfSetting).map(([name, part]) => [
      name,
      (parts.includes(part) ? from : to)[name as keyof MethodSetting],
    ]),
  ) as unknown as MethodSetting
