import type { Stage } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import { dateOf, epochSeconds } from '../lib/clock.ts'
import { recordStage } from '../world/timeline.ts'
import type { Call } from './call.ts'
import { asDouble } from './double.ts'
import { kinds, type CacheChange, type StageRecord } from './records.ts'

export const stageKey = (apiId: string, stageName: string) => `${apiId}/${stageName}`

export function findStage({ unit }: Call, apiId: string, stageName: string | undefined): StageRecord {
  const stage = unit.get<StageRecord>(kinds.stage, stageKey(apiId, stageName ?? ''))
  if (!stage) throw notFound('Invalid stage identifier specified')
  return stage
}

/** Letters, digits, `-` and `_`, at most 128 (documented); AWS's sentence is older than the hyphen (Zappa#356). */
export function checkStageName(stageName: string | undefined): string {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(stageName ?? '')) throw badRequest('Stage name only allows a-zA-Z0-9_')
  return stageName ?? ''
}

type Asked = Partial<
  Pick<
    StageRecord,
    | 'description'
    | 'documentationVersion'
    | 'variables'
    | 'tracingEnabled'
    | 'cacheClusterEnabled'
    | 'cacheClusterSize'
    | 'canarySettings'
    | 'tags'
  >
>

export function newStage(
  call: Call,
  { apiId, stageName, deploymentId }: { apiId: string; stageName: string; deploymentId: string },
  asked: Asked,
): StageRecord {
  const seconds = epochSeconds(call.now)
  const bare: StageRecord = {
    apiId,
    stageName,
    deploymentId,
    cacheClusterEnabled: false,
    methodSettings: {},
    variables: {},
    tracingEnabled: false,
    createdDate: seconds,
    lastUpdatedDate: seconds,
  }
  return changeCache(call, bare, {
    ...bare,
    ...asked,
    description: asked.description || undefined,
    variables: asked.variables ?? {},
    tracingEnabled: asked.tracingEnabled ?? false,
    cacheClusterEnabled: asked.cacheClusterEnabled ?? false,
  })
}

/**
 * Starts what a change of the cluster starts: enabling and resizing make one, disabling drops it. The size `0.5` where
 * none was given is moto's. A change while another runs is taken, and starts anew (guessed).
 */
export function changeCache({ now, settings }: Call, before: StageRecord, after: StageRecord): StageRecord {
  const { cacheClusterEnabled } = after
  const cacheClusterSize = cacheClusterEnabled ? (after.cacheClusterSize ?? '0.5') : after.cacheClusterSize
  const switched = before.cacheClusterEnabled !== cacheClusterEnabled
  const resized = cacheClusterEnabled && before.cacheClusterSize !== cacheClusterSize
  if (!switched && !resized) return { ...after, cacheClusterSize }
  const during = cacheClusterEnabled ? 'CREATE_IN_PROGRESS' : 'DELETE_IN_PROGRESS'
  const cacheChange: CacheChange = { during, until: now + settings.cacheChangeSeconds * 1000 }
  return { ...after, cacheClusterSize, cacheChange, cacheContents: (after.cacheContents ?? 0) + 1 }
}

/** Keeps the stage, dated now, and records it for its traffic. */
export function putStage(call: Call, stage: StageRecord): StageRecord {
  const kept = { ...stage, lastUpdatedDate: epochSeconds(call.now) }
  call.unit.put(kinds.stage, stageKey(stage.apiId, stage.stageName), kept)
  recordStage(call, kept)
  return kept
}

function cacheStatus({ cacheChange, cacheClusterEnabled }: StageRecord, now: number) {
  if (cacheChange && now < cacheChange.until) return cacheChange.during
  return cacheClusterEnabled ? 'AVAILABLE' : 'NOT_AVAILABLE'
}

const presentIfAny = <Map extends object>(map: Map | undefined) =>
  map && Object.keys(map).length > 0 ? map : undefined

/** Empty maps and unset fields are absent, except `methodSettings`, which is always there (recorded). */
export function stageOutput(stage: StageRecord, now: number): Stage {
  const {
    apiId: _,
    cacheChange: __,
    cacheContents: ___,
    authorizerContents: ____,
    variables,
    canarySettings,
    methodSettings,
    tags,
    ...plain
  } = stage
  const settings = Object.entries(methodSettings).map(([key, setting]) => [
    key,
    { ...setting, throttlingRateLimit: asDouble(setting.throttlingRateLimit) },
  ])
  return {
    ...plain,
    cacheClusterSize: stage.cacheClusterSize as Stage['cacheClusterSize'],
    cacheClusterStatus: cacheStatus(stage, now),
    methodSettings: Object.fromEntries(settings),
    variables: presentIfAny(variables),
    canarySettings: canarySettings && {
      ...canarySettings,
      percentTraffic: asDouble(canarySettings.percentTraffic),
      stageVariableOverrides: presentIfAny(canarySettings.stageVariableOverrides),
    },
    tags: presentIfAny(tags),
    createdDate: dateOf(stage.createdDate),
    lastUpdatedDate: dateOf(stage.lastUpdatedDate),
  }
}
