import type { ChangeDetail } from '@callboard/shared-types/changes/change.schemas'
import { requireRole } from '../changes/guard-rails.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError, notFound } from '../lib/errors.ts'
import { getChange } from './get-change.ts'

/** A person's verdict on a change that ended unclear. Given once. @throws not_found, forbidden, guard_rail */
export async function settleChange(
  ctx: Ctx,
  { changeId, as, note }: { changeId: string; as: 'done' | 'failed'; note: string },
): Promise<ChangeDetail> {
  requireRole(ctx.person, 'operator')
  const change = await ctx.engine.store.get(changeId)
  if (!change) throw notFound('change', changeId)
  if (change.ended?.status !== 'unclear' || change.settled)
    throw new AppError('guard_rail', 'Only a change that ended unclear can be settled, and only once', {
      rule: 'settle',
      fields: [],
    })
  const { issuer, subject, name } = ctx.person
  await ctx.engine.rows.append(changeId, {
    kind: 'settled',
    as,
    note,
    actor: { kind: 'person', issuer, subject, name },
  })
  const settled = await getChange(ctx, { changeId })
  ctx.events.publish({ type: 'change', change: settled })
  return settled
}
