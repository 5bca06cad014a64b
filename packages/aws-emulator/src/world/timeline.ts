import type { Call } from '../apigateway/call.ts'
import {
  kinds,
  type CanaryRecord,
  type MethodSettingRecord,
  type RestApiRecord,
  type StageRecord,
} from '../apigateway/records.ts'
import type { Place } from '../lib/store.ts'
import type { TrafficProfile } from './traffic-profile.ts'
import type { FunctionFault } from './world-function.ts'

/** What a stage was from an instant (world ms) on, as far as its requests and metrics depend on it. */
export type StageInForce = {
  from: number
  apiId: string
  apiName: string
  stageName: string
  /** Absent while the stage doesn't exist. */
  deploymentId?: string
  canary?: CanaryRecord
  variables: Record<string, string>
  /** By their keys as on the wire. */
  methodSettings: Record<string, MethodSettingRecord>
  accessLogSettings?: { destinationArn?: string; format?: string }
  tracingEnabled: boolean
  /** Absent while there is no cluster. It serves from `readyAt` (world ms) on; `contents` changes when all is lost. */
  cache?: { readyAt: number; contents: number }
  /** Changes when the cached answers of authorizers are flushed. */
  authorizerContents?: number
  /** What goes wrong about the functions of its account and region; absent where nothing does. */
  functionFaults?: FunctionFault[]
  traffic?: TrafficProfile
}

export type BusyStage = StageInForce & { traffic: TrafficProfile }

export const hasTraffic = (stage: StageInForce): stage is BusyStage =>
  stage.deploymentId !== undefined && (stage.traffic?.peakPerMinute ?? 0) > 0 && stage.traffic?.calls.length !== 0

/** The recorded past and present of one stage name of one API, oldest first. */
export type Timeline = { apiId: string; stageName: string; entries: StageInForce[] }

export const timelineKey = (apiId: string, stageName: string) => `${apiId}/${stageName}`

/** The stage as it was all the time, if nothing about it changed and it was called. */
export function onlyStage({ entries }: Timeline, start: number, end: number): BusyStage | undefined {
  const index = entries.findLastIndex(({ from }) => from <= start)
  const [stage, next] = [entries[index], entries[index + 1]]
  return stage && hasTraffic(stage) && (next?.from ?? Infinity) >= end ? stage : undefined
}

/** Where a stage is in the whole world. */
export const stageKey = ({ account, region }: Place, { apiId, stageName }: { apiId: string; stageName: string }) =>
  `${account}/${region}/${timelineKey(apiId, stageName)}`

/** Records what the stage is from now on; writes nothing where requests wouldn't notice. */
export function recordStage(call: Call, stage: StageRecord): void {
  const api = call.unit.get<RestApiRecord>(kinds.restApi, stage.apiId)
  append(call, {
    from: call.now,
    apiId: stage.apiId,
    apiName: api?.name ?? stage.apiId,
    stageName: stage.stageName,
    deploymentId: stage.deploymentId,
    canary: stage.canarySettings,
    variables: stage.variables,
    methodSettings: stage.methodSettings,
    accessLogSettings: stage.accessLogSettings,
    tracingEnabled: stage.tracingEnabled,
    cache: cacheInForce(stage),
    authorizerContents: stage.authorizerContents,
    functionFaults: functionFaultsNow(call),
    traffic: latest(call, stage)?.traffic,
  })
}

/** Its callers keep calling: a stage made again under the name finds its traffic. */
export function recordStageGone(call: Call, stage: StageRecord): void {
  const before = latest(call, stage)
  if (!before) return
  append(call, { ...before, from: call.now, deploymentId: undefined, canary: undefined })
}

/** REST metrics are keyed by the API's name: renaming splits the series (documented). */
export function recordApiName(call: Call, api: RestApiRecord): void {
  for (const stage of call.unit.list<StageRecord>(kinds.stage, `${api.id}/`)) recordStage(call, stage)
}

export function recordTraffic(call: Call, stage: StageRecord, traffic: TrafficProfile | undefined): void {
  const before = latest(call, stage)
  if (before) append(call, { ...before, from: call.now, traffic })
}

export function recordFunctionFaults(call: Call, stage: { apiId: string; stageName: string }): void {
  const before = latest(call, stage)
  if (before) append(call, { ...before, from: call.now, functionFaults: functionFaultsNow(call) })
}

function functionFaultsNow({ unit }: Call): FunctionFault[] | undefined {
  const faults = unit.list<FunctionFault>(kinds.functionFault)
  return faults.length > 0 ? faults : undefined
}

function latest({ unit }: Call, { apiId, stageName }: { apiId: string; stageName: string }): StageInForce | undefined {
  return unit.get<StageInForce>(kinds.stageInForce, timelineKey(apiId, stageName))
}

function append(call: Call, entry: StageInForce): void {
  const before = latest(call, entry)
  if (before && JSON.stringify({ ...before, from: 0 }) === JSON.stringify({ ...entry, from: 0 })) return
  const key = timelineKey(entry.apiId, entry.stageName)
  call.unit.put(kinds.stageInForce, key, entry)
  // Of two changes in one millisecond only the second was ever in force: it takes the row of the first.
  call.unit.put(kinds.timeline, `${key}/${entry.from}`, entry)
}

function cacheInForce({ cacheClusterEnabled, cacheChange, cacheContents = 0 }: StageRecord): StageInForce['cache'] {
  return cacheClusterEnabled ? { readyAt: cacheChange?.until ?? 0, contents: cacheContents } : undefined
}
