import type { UsagePlanKey } from '@aws-sdk/client-api-gateway'
import { conflict, notFound } from '../lib/aws-error.ts'
import { findApiKey } from './api-keys.ts'
import type { Call } from './call.ts'
import { kinds, type ApiKeyRecord, type UsagePlanKeyRecord, type UsagePlanRecord } from './records.ts'
import { findUsagePlan } from './usage-plans.ts'

export const planKeyKey = (usagePlanId: string, keyId: string) => `${usagePlanId}/${keyId}`

/** The keys of one plan, or of all plans, in the order in which they came. */
export const planKeys = ({ unit }: Call, usagePlanId?: string): UsagePlanKeyRecord[] =>
  unit.list<UsagePlanKeyRecord>(kinds.usagePlanKey, usagePlanId === undefined ? '' : `${usagePlanId}/`)

export const planKeyOf = ({ unit }: Call, usagePlanId: string, keyId: string): UsagePlanKeyRecord | undefined =>
  unit.get<UsagePlanKeyRecord>(kinds.usagePlanKey, planKeyKey(usagePlanId, keyId))

/** Sentence guessed. */
export function findPlanKey(
  call: Call,
  usagePlanId: string | undefined,
  keyId: string | undefined,
): UsagePlanKeyRecord {
  const planKey = planKeyOf(call, usagePlanId ?? '', keyId ?? '')
  if (!planKey) throw notFound('Invalid API Key identifier specified')
  return planKey
}

/** These endpoints show the value in clear, lists too (recorded). */
export function planKeyOutput({ id, name, value }: ApiKeyRecord): UsagePlanKey {
  return { id, type: 'API_KEY', value, name }
}

export function addPlanKey(call: Call, usagePlanId: string, keyId: string): ApiKeyRecord {
  const plan = findUsagePlan(call, usagePlanId)
  const key = findApiKey(call, keyId)
  // Sentence from memory.
  if (planKeyOf(call, plan.id, key.id))
    throw conflict(`API Key ${key.id} is already subscribed to Usage Plan ${plan.id}`)
  checkStagesOnce(call, plan, key.id)
  const planKey: UsagePlanKeyRecord = { usagePlanId: plan.id, keyId: key.id, since: call.now }
  call.unit.put(kinds.usagePlanKey, planKeyKey(plan.id, key.id), planKey)
  return key
}

/** A key may reach a stage through one plan only (documented); sentence from memory. */
export function checkStagesOnce(call: Call, plan: UsagePlanRecord, keyId: string): void {
  for (const { usagePlanId } of planKeys(call).filter((other) => other.keyId === keyId)) {
    if (usagePlanId === plan.id) continue
    const { apiStages } = findUsagePlan(call, usagePlanId)
    const shared = plan.apiStages.find((at) => apiStages.some((b) => b.apiId === at.apiId && b.stage === at.stage))
    if (!shared) continue
    throw conflict(
      `Usage Plan ${plan.id} cannot be added because API Key cannot reference multiple Usage Plans with the same api stage: ${shared.apiId}:${shared.stage}`,
    )
  }
}

/** What it used is kept (guessed): back in the plan it doesn't begin anew. */
export function dropPlanKey({ unit }: Call, { usagePlanId, keyId }: UsagePlanKeyRecord): void {
  unit.delete(kinds.usagePlanKey, planKeyKey(usagePlanId, keyId))
}
