import {
  GetUsagePlanCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  type UsagePlan,
  type UsagePlanKey,
  type UsagePlanKeys,
  type UsagePlans,
} from '@aws-sdk/client-api-gateway'
import type { Quota, Throttle } from '@callboard/shared-types/plans/plan-rules'
import { notFound } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'
import { planConfigOf, type PlanConfig } from './plan-config.ts'

const freshForMs = 30_000
/** Who is in a plan is a call for each plan. */
const keysFreshForMs = 120_000

/** A write to a plan drops this. */
export const usagePlansScope = 'usage-plans'
/** A write to who is in a plan drops this. */
export const planKeysScope = (planId: string) => `plan-keys/${planId}`

/** A plan as AWS answers it. */
export interface SeenPlan {
  id: string
  config: PlanConfig
  tags: Record<string, string>
}

export const throttleOf = ({ config }: SeenPlan): Throttle | null => config.throttle ?? null
export const quotaOf = ({ config }: SeenPlan): Quota | null => config.quota ?? null

const seenPlan = (plan: UsagePlan): SeenPlan => ({
  id: plan.id ?? '',
  config: planConfigOf(plan),
  tags: plan.tags ?? {},
})

/** Every plan of the account and region, in AWS's order. */
export const readUsagePlans = (connection: AwsConnection, as: Priority = 'read'): Promise<SeenPlan[]> =>
  connection.cache.read(usagePlansScope, 'list', freshForMs, () => fetchUsagePlans(connection, as))

/** The same, past the cache. @param keyId only those that this key is in */
export async function fetchUsagePlans({ gateway }: AwsConnection, as: Priority, keyId?: string): Promise<SeenPlan[]> {
  const all = await readAllPages<UsagePlan>((position) =>
    gateway.read<UsagePlans & { $metadata: object }>(
      () => new GetUsagePlansCommand({ limit: 500, position, keyId }),
      as,
    ),
  )
  return all.map(seenPlan)
}

/** The plans of a key as they are this moment, with the priority of a write. */
export const fetchPlansOfKey = (connection: AwsConnection, keyId: string): Promise<SeenPlan[]> =>
  fetchUsagePlans(connection, 'write', keyId)

/** One plan as it is this moment, with the priority of a write. @throws not_found */
export const fetchUsagePlan = async ({ gateway }: AwsConnection, planId: string): Promise<SeenPlan> =>
  seenPlan(
    await gateway.read<UsagePlan & { $metadata: object }>(
      () => new GetUsagePlanCommand({ usagePlanId: planId }),
      'write',
    ),
  )

/** @throws not_found */
export async function readUsagePlan(connection: AwsConnection, planId: string): Promise<SeenPlan> {
  const found = (await readUsagePlans(connection)).find(({ id }) => id === planId)
  if (!found) throw notFound('usage plan', planId)
  return found
}

/** The ids of the keys in a plan. AWS answers the keys with their values in clear (usage plan facts, 3.1): they end here. */
export const readPlanKeyIds = (connection: AwsConnection, planId: string, as: Priority = 'read'): Promise<string[]> =>
  connection.cache.read(planKeysScope(planId), 'ids', keysFreshForMs, async () => {
    const all = await readAllPages<UsagePlanKey>((position) =>
      connection.gateway.read<UsagePlanKeys & { $metadata: object }>(
        () => new GetUsagePlanKeysCommand({ usagePlanId: planId, limit: 500, position }),
        as,
      ),
    )
    return all.map(({ id }) => id ?? '')
  })
