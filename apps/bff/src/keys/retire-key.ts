import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { KeyPresent } from '../changes/api-key-draft.ts'
import type { Ctx } from '../lib/context.ts'
import { isAppError } from '../lib/errors.ts'
import { keyAt, type KeyInput } from './key-at.ts'
import { usedLately } from './used-lately.ts'

type Input = WriteInput & KeyInput & { deleteAfterDays: number }

const dayMs = 86_400_000

/**
 * Disables a key now; the clock deletes it after a time, unless somebody enables it again until then.
 * @throws as every write
 */
export async function retireKey(ctx: Ctx, input: Input): Promise<WriteResult> {
  const intent = { verb: 'keys.retire', draft: (present: KeyPresent) => draftRetired(ctx, input, present) }
  const retire = () => ctx.engine.runOn(ctx.person, keyAt(ctx, input), intent, input)
  if (input.dryRun) return retire()
  const { accountId, region } = ctx.connections.get(input.connection).config
  const atMs = ctx.clocks.worldMs() + input.deleteAfterDays * dayMs
  // Written down first, so that no end of this process leaves a key disabled for ever; one that is enabled isn't deleted.
  const task = await ctx.keyTasks.add({
    accountId,
    region,
    keyId: input.keyId,
    otherKeyId: null,
    byName: ctx.person.name,
    createdMs: ctx.clocks.worldMs(),
    body: { kind: 'delete', atMs },
  })
  try {
    return await retire()
  } catch (error) {
    // What is unclear may have been done: then the deletion stands.
    if (!isAppError(error, 'unclear'))
      await ctx.keyTasks.save({ ...task, status: 'cancelled', outcome: 'The key was not disabled' })
    throw error
  }
}

async function draftRetired(ctx: Ctx, { deleteAfterDays }: Input, { connection, key, state }: KeyPresent) {
  const name = state.name ?? key!.id
  const used = await usedLately(ctx, connection, Object.keys(state.plans), key!.id)
  const after = deleteAfterDays === 1 ? '1 day' : `${deleteAfterDays} days`
  return {
    title: `Disable ${name}, and delete it after ${after}`,
    act: 'Disable it now',
    state: { ...state, enabled: false },
    reads: [],
    undo: { kind: 'exact' as const },
    consequences: [{ label: `In ${after}, unless it is enabled again`, before: 'disabled', after: 'deleted for good' }],
    hits: used ? [used.words] : [],
    warnings: [{ code: 'shuts', text: 'Calls with it get 403. AWS may take minutes until all its gateways know.' }],
    confirm: name,
  }
}
