import type { FlushStageCacheRequest } from '@aws-sdk/client-api-gateway'
import { recordStage } from '../world/timeline.ts'
import type { Call } from './call.ts'
import { kinds, type StageRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { findStage, stageKey } from './stages.ts'

/** Shows FLUSH_IN_PROGRESS for a while (documented); without a cluster it is taken and does nothing (guessed). */
export function flushStageCache(call: Call, input: FlushStageCacheRequest): void {
  const api = findRestApi(call, input.restApiId)
  const stage = findStage(call, api.id, input.stageName)
  const busy = stage.cacheChange && call.now < stage.cacheChange.until
  if (!stage.cacheClusterEnabled || busy) return
  const until = call.now + call.settings.cacheChangeSeconds * 1000
  const flushed: StageRecord = {
    ...stage,
    cacheChange: { during: 'FLUSH_IN_PROGRESS', until },
    cacheContents: (stage.cacheContents ?? 0) + 1,
  }
  call.unit.put(kinds.stage, stageKey(api.id, stage.stageName), flushed)
  recordStage(call, flushed)
}
