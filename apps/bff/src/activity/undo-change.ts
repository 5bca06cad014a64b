import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { undoOf } from '../changes/undo.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'

/** @throws not_found, moved, guard_rail (rule `undo`, naming the fields), unclear, and what AWS answers */
export async function undoChange(ctx: Ctx, input: WriteInput & { changeId: string }): Promise<WriteResult> {
  const change = await ctx.engine.store.get(input.changeId)
  if (!change) throw notFound('change', input.changeId)
  const { accountId, region } = change.plan.target
  const connection = ctx.connections.find(accountId, region)
  if (!connection) throw notFound('connection', `${accountId} ${region}`)
  const rows = await ctx.engine.rows.of(input.changeId)
  return ctx.engine.runOn(ctx.person, ctx.engine.subjectOf(connection, change, rows), undoOf(change, rows), input)
}
