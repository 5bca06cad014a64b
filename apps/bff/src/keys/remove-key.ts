import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { KeyDraft, KeyPresent } from '../changes/api-key-draft.ts'
import type { Ctx } from '../lib/context.ts'
import { keyAt, type KeyInput } from './key-at.ts'

/** Deletes a key for good, once it is disabled. @throws as every write */
export const removeKey = (ctx: Ctx, input: WriteInput & KeyInput): Promise<WriteResult> =>
  ctx.engine.runOn(
    ctx.person,
    keyAt(ctx, input),
    { verb: 'keys.remove', draft: async (present) => draftRemoved(present) },
    input,
  )

export function draftRemoved({ key, state }: KeyPresent): KeyDraft {
  const name = state.name ?? key!.id
  return {
    title: `Delete the API key ${name}`,
    act: 'Delete for good',
    state: null,
    confirm: name,
    reads: ['enabled'],
    undo: { kind: 'none', why: 'a key that is deleted is gone with its value' },
    ...(state.enabled && {
      blocked: {
        rule: 'disable_first',
        reason: 'Disable it first: whoever still calls with it is noticed then, and can be let in again',
        fields: ['enabled'],
      },
    }),
  }
}
