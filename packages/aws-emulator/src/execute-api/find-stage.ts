import { kinds, type RestApiRecord } from '../apigateway/records.ts'
import type { Place, Store } from '../lib/store.ts'
import { timelineKey, type StageInForce } from '../world/timeline.ts'

export type FoundStage = { place: Place; stage: StageInForce }

/**
 * The stage that a URL names: ids of APIs are unique over all accounts, so the URL needs no credentials. Undefined for an
 * unknown API or stage, and where the default endpoint is switched off: all answer 403 Forbidden. The switch is about the
 * default endpoint only: through a custom name the API is reached all the same (documented).
 */
export function findStage(
  store: Store,
  apiId: string,
  stageName: string,
  byCustomName = false,
): FoundStage | undefined {
  const place = placeOf(store, apiId)
  if (!place || (!byCustomName && apiIn(store, place, apiId)?.disableExecuteApiEndpoint)) return undefined
  const stage = store.get<StageInForce>(place, kinds.stageInForce, timelineKey(apiId, stageName))
  return stage?.deploymentId ? { place, stage } : undefined
}

const apiIn = (store: Store, place: Place, apiId: string) => store.get<RestApiRecord>(place, kinds.restApi, apiId)

/** Where an API was found the last time: looking through all places costs more than all else of a request. */
const found = new WeakMap<Store, Map<string, Place>>()
const mostFound = 10_000

function placeOf(store: Store, apiId: string): Place | undefined {
  const known = found.get(store) ?? new Map<string, Place>()
  found.set(store, known)
  const before = known.get(apiId)
  if (before && apiIn(store, before, apiId)) return before
  const place = store.places().find((candidate) => apiIn(store, candidate, apiId) !== undefined)
  if (known.size >= mostFound) known.clear()
  if (place) known.set(apiId, place)
  return place
}
