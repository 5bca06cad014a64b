import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { readApiKey } from '../aws/api-keys.reader.ts'
import { readMembers } from '../aws/plan-members.reader.ts'
import { planStages } from '../aws/plan-stages.ts'
import { quotaOf, throttleOf } from '../aws/usage-plans.reader.ts'
import { isStoreError } from '../db/store-errors.ts'
import type { Ctx } from '../lib/context.ts'
import { taskView } from './task-view.ts'
import { keyRow } from './list-keys.ts'

/** @throws not_found */
export async function getKey(ctx: Ctx, input: { connection: string; keyId: string }): Promise<KeyView> {
  const connection = ctx.connections.get(input.connection)
  const key = await readApiKey(connection, input.keyId)
  // All plans are waited for: one that is missing would make this page wrong.
  const members = await readMembers(connection, new Promise(() => {}))
  // A store that is down costs what it plans, not the page.
  const tasks = await ctx.keyTasks.ofKey(connection.config, key.id).catch((error: unknown) => {
    if (isStoreError(error)) return []
    throw error
  })
  const planIds = members.plansOf(key.id)
  const plans = members.plans.filter(({ id }) => planIds.includes(id))
  return {
    key: keyRow(key, planIds),
    description: key.description,
    customerId: key.customerId,
    tags: key.tags,
    tasks: tasks.map(taskView),
    plans: await Promise.all(
      plans.map(async (plan) => ({
        id: plan.id,
        name: plan.config.name,
        throttle: throttleOf(plan),
        quota: quotaOf(plan),
        stages: await planStages(connection, plan, ctx.config.PRODUCTION_STAGES),
      })),
    ),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}
