import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { readKeyValue } from '../aws/key-values.reader.ts'
import type { KeyDraft, KeyPresent } from '../changes/api-key-draft.ts'
import { accountOperation } from '../changes/operations.ts'
import type { Ctx } from '../lib/context.ts'
import { keyAt, type KeyInput } from './key-at.ts'

/** Shows a key's value, once it stands in the activity who wanted to see it. @throws as every write */
export async function revealKey(
  ctx: Ctx,
  input: WriteInput & KeyInput,
): Promise<WriteResult & { value: string | null }> {
  const intent = { verb: 'keys.reveal', draft: async (present: KeyPresent) => draftRevealed(present) }
  const result = await ctx.engine.runOn(ctx.person, keyAt(ctx, input), intent, input)
  const value = result.change ? await readKeyValue(ctx.connections.get(input.connection), input.keyId) : null
  return { ...result, value }
}

function draftRevealed({ key, state }: KeyPresent): KeyDraft {
  const id = key!.id
  return {
    title: `Reveal the value of ${state.name ?? id}`,
    act: 'Reveal it',
    state,
    sends: [accountOperation('GetApiKey', { apiKey: id, includeValue: true })],
    reads: [],
    undo: { kind: 'none', why: 'who has seen a value has seen it' },
    consequences: [{ label: 'The value, on your screen', before: 'hidden', after: 'shown once' }],
    warnings: [
      { code: 'seen', text: 'Whoever sees the value can call with it. It stands in the activity that you did.' },
    ],
  }
}
