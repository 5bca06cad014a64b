import { badRequest } from '../lib/aws-error.ts'
import { lenientBoolean, type PatchAction, type PatchRule } from '../lib/patch/apply-patch.ts'
import type { MethodSettingRecord, StageRecord } from './records.ts'
import { nothingToRemove } from './stage-patch-refusals.ts'

/** As recorded after the first patch on a key; `cachingEnabled: false` is inferred, a log level is absent until set. */
const defaults: MethodSettingRecord = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
}

const logLevels = ['OFF', 'ERROR', 'INFO']
const strategies = ['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER']

/**
 * The setting of a key, which is the path's first segments as they stand, still escaped (recorded). A new override
 * takes what it doesn't set from `*\/*` (recorded); that it is a copy, which later changes of `*\/*` pass by, is guessed.
 */
function settingOf(stage: StageRecord, key: string): MethodSettingRecord {
  return (stage.methodSettings[key] ??= { ...defaults, ...stage.methodSettings['*/*'] })
}

function leaf(path: string, set: (setting: MethodSettingRecord, value: string) => void): PatchRule<StageRecord> {
  const replace: PatchAction<StageRecord> = (stage, { value, names }) =>
    set(settingOf(stage, `${names['resource']}/${names['method']}`), value)
  return { path: `/{resource+}/{method}/${path}`, replace }
}

/** A whole number within bounds. Ranges are documented (TTL 0 to 3600), sentences and -1 for "no limit" guessed. */
function wholeNumber(name: string, value: string, from: number, to: number): number {
  const number = Number(value)
  if (/^-?\d+$/.test(value) && number >= from && number <= to) return number
  throw badRequest(`Invalid value for ${name}: ${value}. Must be a number between ${from} and ${to}`)
}

function decimal(name: string, value: string): number {
  const number = Number(value)
  if (/^-?\d+(\.\d+)?$/.test(value) && number >= -1) return number
  throw badRequest(`Invalid value for ${name}: ${value}. Must be a number`)
}

/** Sentence guessed. */
function oneOf(name: string, value: string, allowed: string[]): string {
  if (allowed.includes(value)) return value
  throw badRequest(`Invalid value for ${name}: ${value}. Must be one of: [${allowed.join(', ')}]`)
}

const largestBurst = 2147483647

export const methodSettingRules: PatchRule<StageRecord>[] = [
  leaf('metrics/enabled', (setting, value) => void (setting.metricsEnabled = lenientBoolean(value))),
  leaf('logging/dataTrace', (setting, value) => void (setting.dataTraceEnabled = lenientBoolean(value))),
  leaf('logging/loglevel', (setting, value) => void (setting.loggingLevel = oneOf('loglevel', value, logLevels))),
  leaf('throttling/burstLimit', (setting, value) => {
    setting.throttlingBurstLimit = wholeNumber('burstLimit', value, -1, largestBurst)
  }),
  leaf('throttling/rateLimit', (setting, value) => void (setting.throttlingRateLimit = decimal('rateLimit', value))),
  leaf('caching/enabled', (setting, value) => void (setting.cachingEnabled = lenientBoolean(value))),
  leaf('caching/ttlInSeconds', (setting, value) => {
    setting.cacheTtlInSeconds = wholeNumber('ttlInSeconds', value, 0, 3600)
  }),
  leaf('caching/dataEncrypted', (setting, value) => void (setting.cacheDataEncrypted = lenientBoolean(value))),
  leaf('caching/requireAuthorizationForCacheControl', (setting, value) => {
    setting.requireAuthorizationForCacheControl = lenientBoolean(value)
  }),
  leaf('caching/unauthorizedCacheControlHeaderStrategy', (setting, value) => {
    const name = 'unauthorizedCacheControlHeaderStrategy'
    setting.unauthorizedCacheControlHeaderStrategy = oneOf(name, value, strategies)
  }),
]

/** Drops an override. It comes after every other rule, as most paths look like a key. */
export const removeMethodSetting: PatchRule<StageRecord> = {
  path: '/{resource+}/{method}',
  remove(stage, { path }) {
    const key = path.slice(1)
    if (!(key in stage.methodSettings)) throw nothingToRemove(path)
    delete stage.methodSettings[key]
  },
}
