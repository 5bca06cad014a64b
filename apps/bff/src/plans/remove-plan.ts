import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { readPlanKeyIds } from '../aws/usage-plans.reader.ts'
import type { PlanDraft, PlanPresent } from '../changes/usage-plan-draft.ts'
import type { Ctx } from '../lib/context.ts'
import { planAt } from './save-plan.ts'
import { stageNotes } from './stage-notes.ts'

type Input = WriteInput & { connection: string; planId: string }

/** Takes the stages out of a plan, which AWS wants first, and deletes it. @throws as every write */
export const removePlan = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.runOn(
    ctx.person,
    planAt(ctx, input),
    { verb: 'plans.remove', draft: (present) => draftRemoved(present) },
    input,
  )

async function draftRemoved({ connection, plan, state }: PlanPresent): Promise<PlanDraft> {
  const [keys, notes] = await Promise.all([readPlanKeyIds(connection, plan!.id, 'write'), stageNotes(connection)])
  const count = keys.length === 1 ? '1 key' : `${keys.length} keys`
  const stages = Object.keys(state.stages).length
  return {
    title: `Delete the usage plan ${state.name}`,
    act: 'Delete the plan',
    state: null,
    confirm: state.name,
    reads: [],
    undo: {
      kind: 'compensating',
      notRestored: ['its id', `who was in it (${count})`, 'what AWS counted for its keys'],
    },
    hits: [`${count} in it`, `${stages === 1 ? '1 stage' : `${stages} stages`}, taken out first`],
    warnings:
      keys.length > 0 ? [{ code: 'shuts', text: `${count} of it get 403 unless another plan lets them in.` }] : [],
    notes,
  }
}
