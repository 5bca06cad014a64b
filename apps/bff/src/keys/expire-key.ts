import type { KeyTask } from '@callboard/shared-types/keys/key-tasks.schemas'
import { fromInstant, type Instant } from '@callboard/shared-types/lib/instant'
import { requireRole } from '../changes/guard-rails.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import type { KeyInput } from './key-at.ts'
import { taskView } from './task-view.ts'

/** Says when a key ends: the clock disables it then, as a change of its own. Null: it doesn't. @throws forbidden, guard_rail */
export async function expireKey(ctx: Ctx, input: KeyInput & { at: Instant | null }): Promise<{ task: KeyTask | null }> {
  requireRole(ctx.person, 'operator')
  const { config } = ctx.connections.get(input.connection)
  const nowMs = ctx.clocks.worldMs()
  if (input.at !== null && fromInstant(input.at) <= nowMs)
    throw new AppError('guard_rail', 'That is in the past: disable the key instead', { rule: 'past', fields: ['at'] })
  for (const task of await ctx.keyTasks.ofKey(config, input.keyId))
    if (task.status === 'open' && task.body.kind === 'expire')
      await ctx.keyTasks.save({ ...task, status: 'cancelled', outcome: `${ctx.person.name} set it anew` })
  if (input.at === null) return { task: null }
  const task = await ctx.keyTasks.add({
    accountId: config.accountId,
    region: config.region,
    keyId: input.keyId,
    otherKeyId: null,
    byName: ctx.person.name,
    createdMs: nowMs,
    body: { kind: 'expire', atMs: fromInstant(input.at) },
  })
  return { task: taskView(task) }
}
