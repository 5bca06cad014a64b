import type { ActivityFilter, ActivityPage } from '@callboard/shared-types/activity/activity.schemas'
import { changeView } from '../changes/change-view.ts'
import type { Ctx } from '../lib/context.ts'

export async function listActivity(ctx: Ctx, filter: ActivityFilter): Promise<ActivityPage> {
  const found = await ctx.engine.store.list({ ...filter, limit: filter.limit + 1 })
  const items = found.slice(0, filter.limit).map(changeView)
  return { items, nextCursor: found.length > filter.limit ? items.at(-1)!.id : null }
}
