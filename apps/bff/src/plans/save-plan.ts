import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { Quota, Throttle } from '@callboard/shared-types/plans/plan-rules'
import type { PlanEdits } from '@callboard/shared-types/plans/plans.schemas'
import { readPlanKeyIds } from '../aws/usage-plans.reader.ts'
import type { PlanDraft, PlanPresent, PlanState } from '../changes/usage-plan-draft.ts'
import { UsagePlanSubject } from '../changes/usage-plan-subject.ts'
import type { Wish } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { edited } from './edited-plan.ts'
import { planRefusal } from './plan-refusal.ts'
import { stageNotes } from './stage-notes.ts'

type Input = WriteInput & { connection: string; planId: string; edits: PlanEdits }

/** Changes a plan in one call: AWS takes one in 20 seconds for the whole account. @throws as every write */
export const savePlan = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.runOn(
    ctx.person,
    planAt(ctx, input),
    { verb: 'plans.save', draft: (present) => draftSaved(input.edits, present) },
    input,
  )

/** @throws not_found where there's no such connection */
export const planAt = (
  ctx: Pick<Ctx, 'connections'>,
  { connection, planId }: { connection: string; planId: string },
): UsagePlanSubject => new UsagePlanSubject(ctx.connections.get(connection), { id: planId, name: planId })

async function draftSaved(edits: PlanEdits, { connection, plan, state }: PlanPresent): Promise<PlanDraft> {
  const after = edited(state, edits)
  const [keys, notes, blocked] = await Promise.all([
    readPlanKeyIds(connection, plan!.id, 'write'),
    stageNotes(connection),
    planRefusal(connection, plan!.id, state, after),
  ])
  const ahead = connection.planUpdates.queue().length
  return {
    title: `Change the usage plan ${state.name}`,
    act: `Save ${state.name}`,
    state: after,
    reads: [],
    undo: { kind: 'exact' },
    hits: [
      `${keys.length === 1 ? '1 key' : `${keys.length} keys`}, each by itself`,
      ...(ahead > 0 ? [`${ahead} edits of plans are sent before it, one in 20 seconds`] : []),
    ],
    warnings: warningsFor(state, after),
    notes,
    blocked,
  }
}

const isStricter = (before: Throttle | undefined, after: Throttle | undefined) =>
  after !== undefined && (!before || after.rateLimit < before.rateLimit || after.burstLimit < before.burstLimit)

const perDay = { DAY: 1, WEEK: 7, MONTH: 30 }
const daily = ({ limit, period }: Quota) => limit / perDay[period]

function warningsFor(before: PlanState, after: PlanState): NonNullable<Wish['warnings']> {
  const warnings: NonNullable<Wish['warnings']> = []
  if (isStricter(before.throttle, after.throttle))
    warnings.push({ code: 'stricter', text: 'Keys above the new rate or burst get 429 Too Many Requests.' })
  if (after.quota && (!before.quota || daily(after.quota) < daily(before.quota)))
    warnings.push({
      code: 'smaller_quota',
      text: 'Keys that used more than the new quota in this period get 429 Limit Exceeded at once.',
    })
  const gone = Object.keys(before.stages).filter((key) => !(key in after.stages))
  if (gone.length > 0)
    warnings.push({ code: 'stage_leaves', text: 'The plan’s keys get 403 on the stages that leave it.' })
  return warnings
}
