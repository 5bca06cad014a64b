import type { PlanQueue } from '@callboard/shared-types/plans/plans.schemas'
import type { Ctx } from '../lib/context.ts'

/** Edits of plans that wait for their turn in this process. @throws not_found */
export function planQueue(ctx: Ctx, { connection }: { connection: string }): PlanQueue {
  const waiting = ctx.connections.get(connection).planUpdates.queue()
  return { items: waiting.map(({ what, inMs }) => ({ planId: what, inMs })) }
}
