import { ownerTag } from '@callboard/shared-types/keys/key-rules'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { PlanView } from '@callboard/shared-types/plans/plans.schemas'
import { readAccount } from '../aws/account.reader.ts'
import { readApiKeys } from '../aws/api-keys.reader.ts'
import { readPlanKeyIds, readUsagePlan } from '../aws/usage-plans.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { planRow } from './list-plans.ts'
import { planMethods } from './plan-methods.ts'

/** @throws not_found */
export async function getPlan(ctx: Ctx, input: { connection: string; planId: string }): Promise<PlanView> {
  const connection = ctx.connections.get(input.connection)
  const plan = await readUsagePlan(connection, input.planId)
  const [keyIds, all, account] = await Promise.all([
    readPlanKeyIds(connection, plan.id),
    readApiKeys(connection),
    readAccount(connection).catch((error: unknown) => {
      if (error instanceof AppError) return undefined
      throw error
    }),
  ])
  const keys = new Map(all.map((key) => [key.id, key]))
  const { rateLimit, burstLimit } = account?.throttleSettings ?? {}
  return {
    plan: await planRow(ctx, connection, plan, keyIds.length),
    keys: keyIds.map((id) => {
      const key = keys.get(id)
      return { id, name: key?.name ?? '', enabled: key?.enabled ?? false, owner: key?.tags[ownerTag] ?? null }
    }),
    stages: await Promise.all(
      Object.entries(plan.config.apiStages).map(([stage, methods]) => planMethods(connection, stage, methods)),
    ),
    account: rateLimit === undefined || burstLimit === undefined ? null : { rateLimit, burstLimit },
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}
