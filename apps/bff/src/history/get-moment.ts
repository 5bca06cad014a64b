import type { StageThen } from '@callboard/shared-types/history/history.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { fieldChanges } from '../changes/field-labels.ts'
import { ABSENT } from '../changes/absent.ts'
import type { Ctx } from '../lib/context.ts'
import { momentOf, refOf, snapshotOf } from './moments.ts'
import { fieldValues, namesOfDeployments, stateOf } from './states.ts'

/** @throws not_found for a moment that isn't, and an instant before the first look */
export async function getMoment(
  ctx: Ctx,
  { moment, ...address }: StageAddress & { moment: string },
): Promise<StageThen> {
  const found = await snapshotOf(ctx, refOf(ctx, address), moment)
  const { snapshots } = ctx.outside
  const [before, next, names] = await Promise.all([
    snapshots.before(found),
    snapshots.after(found),
    namesOfDeployments(ctx, address.connection, address.apiId),
  ])
  return {
    moment: await momentOf(ctx, found, next),
    fields: fieldValues(stateOf(found), names),
    changed:
      before || found.origin === 'outside'
        ? fieldChanges(before ? stateOf(before) : ABSENT, stateOf(found), names)
        : [],
  }
}
