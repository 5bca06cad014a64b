import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { KeyEdits } from '@callboard/shared-types/keys/keys.schemas'
import { readUsagePlans, type SeenPlan } from '../aws/usage-plans.reader.ts'
import type { KeyDraft, KeyPresent, KeyState } from '../changes/api-key-draft.ts'
import type { Wish } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { keyAt, type KeyInput } from './key-at.ts'
import { planNotes, planRefusal } from './plans-wanted.ts'
import { usedLately } from './used-lately.ts'

type Input = WriteInput & KeyInput & { edits: KeyEdits }

/** Changes a key, its tags and its plans, in one review. @throws as every write */
export const saveKey = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.runOn(
    ctx.person,
    keyAt(ctx, input),
    { verb: 'keys.save', draft: (present) => draftSaved(ctx, input.edits, present) },
    input,
  )

async function draftSaved(ctx: Ctx, edits: KeyEdits, present: KeyPresent): Promise<KeyDraft> {
  const { connection, state } = present
  const plans = await readUsagePlans(connection)
  const after = edited(state, edits)
  const shuts = state.enabled && !after.enabled
  const leaves = edits.removePlans.length > 0
  const used = shuts || leaves ? await usedLately(ctx, connection, Object.keys(state.plans), present.key!.id) : null
  return {
    ...wording(state, after, edits, plans),
    state: after,
    reads: [],
    undo: { kind: 'exact' },
    hits: used ? [used.words] : [],
    warnings: warningsFor(state, after),
    notes: planNotes(plans),
    blocked: planRefusal(plans, Object.keys(after.plans)),
    ...(shuts && used && used.calls > 0 && { confirm: state.name || present.key!.id }),
  }
}

function edited(
  state: KeyState,
  { name, description, enabled, setTags, removeTags, addPlans, removePlans }: KeyEdits,
): KeyState {
  const { name: wasName, description: wasDescription, ...rest } = state
  const [newName, newDescription] = [name ?? wasName, description ?? wasDescription]
  const kept = (key: string) => !removeTags.includes(key)
  const stays = (id: string) => !removePlans.includes(id)
  return {
    ...rest,
    ...(newName && { name: newName }),
    ...(newDescription && { description: newDescription }),
    enabled: enabled ?? state.enabled,
    tags: { ...Object.fromEntries(Object.entries(state.tags).filter(([key]) => kept(key))), ...setTags },
    plans: Object.fromEntries([...Object.keys(state.plans).filter(stays), ...addPlans].map((id) => [id, 'API_KEY'])),
  }
}

function wording(before: KeyState, after: KeyState, edits: KeyEdits, plans: SeenPlan[]) {
  const name = before.name ?? 'the key'
  const planName = (ids: string[]) => plans.find(({ id }) => id === ids[0])?.config.name ?? ids[0]
  if (before.enabled !== after.enabled)
    return after.enabled
      ? { title: `Enable ${name}`, act: 'Enable it' }
      : { title: `Disable ${name}`, act: 'Disable it' }
  if (edits.addPlans.length === 1 && edits.removePlans.length === 0)
    return { title: `Put ${name} into ${planName(edits.addPlans)}`, act: 'Put it in' }
  if (edits.removePlans.length === 1 && edits.addPlans.length === 0)
    return { title: `Take ${name} out of ${planName(edits.removePlans)}`, act: 'Take it out' }
  return { title: `Change the API key ${name}`, act: 'Save the key' }
}

function warningsFor(before: KeyState, after: KeyState): NonNullable<Wish['warnings']> {
  const warnings: NonNullable<Wish['warnings']> = []
  if (before.enabled && !after.enabled)
    warnings.push({ code: 'shuts', text: 'Calls with it get 403. AWS may take minutes until all its gateways know.' })
  if (Object.keys(before.plans).length > 0 && Object.keys(after.plans).length === 0)
    warnings.push({ code: 'no_plan', text: 'In no usage plan it opens nothing: calls with it get 403.' })
  return warnings
}
