import { randomUUID } from 'node:crypto'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { PlanEdits } from '@callboard/shared-types/plans/plans.schemas'
import type { PlanDraft, PlanPresent } from '../changes/usage-plan-draft.ts'
import { UsagePlanSubject } from '../changes/usage-plan-subject.ts'
import type { Ctx } from '../lib/context.ts'
import { edited } from './edited-plan.ts'
import { planRefusal } from './plan-refusal.ts'
import { stageNotes } from './stage-notes.ts'

type Input = WriteInput & { connection: string; plan: PlanEdits }

/** @throws as every write */
export function createPlan(ctx: Ctx, input: Input): Promise<WriteResult> {
  const connection = ctx.connections.get(input.connection)
  const subject = new UsagePlanSubject(connection, { id: `new-${randomUUID()}`, name: input.plan.name ?? '' })
  const intent = { verb: 'plans.create', draft: (present: PlanPresent) => draftCreated(input.plan, present) }
  return ctx.engine.runOn(ctx.person, subject, intent, input)
}

async function draftCreated(plan: PlanEdits, { connection }: PlanPresent): Promise<PlanDraft> {
  const state = edited({ name: '', stages: {}, tags: {} }, plan)
  const [notes, blocked] = await Promise.all([stageNotes(connection), planRefusal(connection, undefined, {}, state)])
  const alone = Object.keys(state.stages).length === 0
  return {
    title: `Make the usage plan ${state.name}`,
    act: 'Make the plan',
    state,
    reads: [],
    undo: { kind: 'compensating', notRestored: ['the keys that are put into it'] },
    warnings: alone ? [{ code: 'no_stage', text: 'Without a stage it lets nobody in.' }] : [],
    notes,
    blocked,
  }
}
