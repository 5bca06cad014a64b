import type { Moment, MomentComparison, MomentOrNow } from '@callboard/shared-types/history/history.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { leavesOf } from '../aws/stage-leaves.ts'
import { readStage } from '../aws/stages.reader.ts'
import { fieldChanges } from '../changes/field-labels.ts'
import type { State } from '../changes/rows.ts'
import { ABSENT } from '../changes/absent.ts'
import type { Ctx } from '../lib/context.ts'
import { isAppError } from '../lib/errors.ts'
import { momentOf, refOf, snapshotOf } from './moments.ts'
import { namesOfDeployments, stateOf } from './states.ts'

type Input = StageAddress & {
  from: MomentOrNow
  to: MomentOrNow
  withStage?: string | undefined
  withApiId?: string | undefined
}

/** Field by field; a stage that is gone by now has none. @throws not_found for a moment that isn't */
export async function compareMoments(
  ctx: Ctx,
  { from, to, withStage, withApiId, ...address }: Input,
): Promise<MomentComparison> {
  const other = { ...address, stage: withStage ?? address.stage, apiId: withApiId ?? address.apiId }
  const [before, after, names, otherNames] = await Promise.all([
    sideOf(ctx, address, from),
    sideOf(ctx, other, to),
    namesOfDeployments(ctx, address.connection, address.apiId),
    namesOfDeployments(ctx, address.connection, other.apiId),
  ])
  const changes = fieldChanges(
    before.state,
    after.state,
    (field, value) => names(field, value) ?? otherNames(field, value),
  )
  const fields = new Set([...leavesOf(before.state).keys(), ...leavesOf(after.state).keys()])
  return { changes, same: fields.size - changes.length, from: before.moment, to: after.moment }
}

interface Side {
  state: State
  moment: Moment | null
}

async function sideOf(ctx: Ctx, address: StageAddress, at: MomentOrNow): Promise<Side> {
  if (at === 'now') return { state: await presentState(ctx, address), moment: null }
  const found = await snapshotOf(ctx, refOf(ctx, address), at)
  const next = await ctx.outside.snapshots.after(found)
  return { state: stateOf(found), moment: await momentOf(ctx, found, next) }
}

async function presentState(ctx: Ctx, { connection, apiId, stage }: StageAddress): Promise<State> {
  try {
    const { config, tags } = await readStage(ctx.connections.get(connection), apiId, stage)
    return { ...config, tags }
  } catch (error) {
    if (isAppError(error, 'not_found')) return ABSENT
    throw error
  }
}
