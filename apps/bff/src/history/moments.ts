import type { Moment, MomentName } from '@callboard/shared-types/history/history.schemas'
import { fromInstant, toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress, StageRef } from '@callboard/shared-types/lib/stage-ref'
import { changeView } from '../changes/change-view.ts'
import type { Snapshot } from '../db/snapshots.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'

export function refOf(ctx: Ctx, { connection, kind, apiId, stage }: StageAddress): StageRef {
  const { accountId, region } = ctx.connections.get(connection).config
  return { accountId, region, kind, apiId, stage }
}

/** The snapshot that is meant by a moment's id, or by an instant. @throws not_found, saying since when there is history */
export async function snapshotOf(ctx: Ctx, ref: StageRef, moment: MomentName): Promise<Snapshot> {
  await ctx.outside.settled()
  const { snapshots } = ctx.outside
  const isInstant = moment.includes('-')
  const found = isInstant ? await snapshots.at(ref, fromInstant(moment)) : await snapshots.get(ref, moment)
  if (found) return found
  const first = await snapshots.first(ref)
  const since = first
    ? `Callboard first saw this stage ${toInstant(first.seenMs)}; what it was before isn't known`
    : 'Callboard has not seen this stage yet'
  throw new AppError('not_found', isInstant ? since : `There is no moment ${moment}. ${since}`, {
    what: 'moment',
    id: moment,
  })
}

/** @param next the stage's next snapshot, if there is one */
export async function momentOf(ctx: Ctx, of: Snapshot, next: Snapshot | undefined): Promise<Moment> {
  const stored = of.changeId ? await ctx.engine.store.get(of.changeId) : undefined
  const change = stored && changeView(stored)
  return {
    id: of.id,
    at: toInstant(of.atMs),
    until: next ? toInstant(next.atMs) : null,
    seenAt: toInstant(of.seenMs),
    kind: await kindOf(ctx, of),
    createdAt: toInstant(of.createdMs),
    change: change ? { id: change.id, title: change.title, actor: change.actor } : null,
  }
}

async function kindOf(ctx: Ctx, of: Snapshot): Promise<Moment['kind']> {
  if (of.gone) return 'gone'
  if (of.origin === 'first') return 'first'
  const before = await ctx.outside.snapshots.before(of)
  return before && !before.gone && before.createdMs === of.createdMs ? 'changed' : 'made'
}
