import type { KeyTask } from '@callboard/shared-types/keys/key-tasks.schemas'
import { requireRole } from '../changes/guard-rails.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError, notFound } from '../lib/errors.ts'
import { taskView } from './task-view.ts'

/** Calls off what the clock would do; the keys stay as they are. @throws forbidden, not_found, guard_rail */
export async function cancelTask(ctx: Ctx, { taskId }: { taskId: string }): Promise<{ task: KeyTask }> {
  requireRole(ctx.person, 'operator')
  const task = await ctx.keyTasks.get(taskId)
  if (!task) throw notFound('task', taskId)
  if (task.status !== 'open')
    throw new AppError('guard_rail', `It has ended already: ${task.outcome}`, { rule: 'ended', fields: [] })
  await ctx.keyTasks.save({ ...task, status: 'cancelled', outcome: `${ctx.person.name} called it off` })
  return { task: taskView((await ctx.keyTasks.get(taskId))!) }
}
