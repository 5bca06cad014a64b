import {
  kinds,
  type ApiKeyRecord,
  type ApiStageRecord,
  type UsagePlanKeyRecord,
  type UsagePlanRecord,
} from '../apigateway/records.ts'
import type { Place, Store } from '../lib/store.ts'

/** A plan through which a key may call a stage. */
export type KeyPlan = { plan: UsagePlanRecord; apiStage: ApiStageRecord; since: number }

export type FindKey = (place: Place, value: string) => ApiKeyRecord | undefined
export type FindPlan = (place: Place, keyId: string, apiId: string, stageName: string) => KeyPlan | undefined

type Ring = { versions: string; byValue: Map<string, ApiKeyRecord>; plans: Map<string, KeyPlan> }

/** Finds keys by their values and plans by key and stage; put together again only after a key or plan has changed. */
export function keyRing(store: Store): { findKey: FindKey; findPlan: FindPlan } {
  const rings = new Map<string, Ring>()

  function ringOf(place: Place): Ring {
    const versions = [kinds.apiKey, kinds.usagePlan, kinds.usagePlanKey]
      .map((kind) => store.version(place, kind))
      .join()
    const name = `${place.account}/${place.region}`
    let ring = rings.get(name)
    if (ring?.versions !== versions) rings.set(name, (ring = newRing(store, place, versions)))
    return ring
  }

  return {
    findKey: (place, value) => ringOf(place).byValue.get(value),
    findPlan: (place, keyId, apiId, stageName) => ringOf(place).plans.get(`${keyId}/${apiId}/${stageName}`),
  }
}

function newRing(store: Store, place: Place, versions: string): Ring {
  const keys = store.list<ApiKeyRecord>(place, kinds.apiKey)
  const plans = new Map<string, KeyPlan>()
  for (const { usagePlanId, keyId, since } of store.list<UsagePlanKeyRecord>(place, kinds.usagePlanKey)) {
    const plan = store.get<UsagePlanRecord>(place, kinds.usagePlan, usagePlanId)
    for (const apiStage of plan?.apiStages ?? []) {
      if (plan) plans.set(`${keyId}/${apiStage.apiId}/${apiStage.stage}`, { plan, apiStage, since })
    }
  }
  return { versions, byValue: new Map(keys.map((key) => [key.value, key])), plans }
}
