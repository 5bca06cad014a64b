import { kinds, type RestApiRecord } from '../apigateway/records.ts'
import type { Place, Store } from '../lib/store.ts'
import { timelineKey, type StageInForce } from '../world/timeline.ts'

export type FoundStage = { place: Place; stage: StageInForce }

/**
 * The stage that a URL names: ids of APIs are unique over all accounts, so the URL needs no credentials. Undefined for an
 * unknown API or stage, and where the default endpoint is switched off: all answer 403 Forbidden.
 */
export function findStage(store: Store, apiId: string, stageName: string): FoundStage | undefined {
  for (const place of store.places()) {
    const api = store.get<RestApiRecord>(place, kinds.restApi, apiId)
    if (!api || api.disableExecuteApiEndpoint) continue
    const stage = store.get<StageInForce>(place, kinds.stageInForce, timelineKey(apiId, stageName))
    if (stage?.deploymentId) return { place, stage }
  }
  return undefined
}
