import { setTimeout as sleep } from 'node:timers/promises'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { PlanList, PlanRow } from '@callboard/shared-types/plans/plans.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { readMembers } from '../aws/plan-members.reader.ts'
import { planStages } from '../aws/plan-stages.ts'
import { quotaOf, throttleOf, type SeenPlan } from '../aws/usage-plans.reader.ts'
import type { Ctx } from '../lib/context.ts'

/** A page isn't held up for longer by plans whose keys aren't counted yet. */
const patienceMs = 1_500

export async function listPlans(ctx: Ctx, { connection: name }: { connection: string }): Promise<PlanList> {
  const connection = ctx.connections.get(name)
  const members = await readMembers(connection, sleep(patienceMs, undefined, { ref: false }))
  const items = members.plans.map((plan) => planRow(ctx, connection, plan, members.keysOf(plan.id)?.length ?? null))
  return { items: await Promise.all(items), asOf: toInstant(ctx.clocks.worldMs()) }
}

export async function planRow(
  ctx: Pick<Ctx, 'config'>,
  connection: AwsConnection,
  plan: SeenPlan,
  keys: number | null,
): Promise<PlanRow> {
  const { name, description = '', productCode = '' } = plan.config
  return {
    id: plan.id,
    name,
    description,
    productCode,
    throttle: throttleOf(plan),
    quota: quotaOf(plan),
    stages: await planStages(connection, plan, ctx.config.PRODUCTION_STAGES),
    tags: plan.tags,
    keys,
  }
}
