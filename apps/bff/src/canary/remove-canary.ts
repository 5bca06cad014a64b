import type { WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { Ctx } from '../lib/context.ts'
import { canaryFields, notesOf, runOnCanary, type CanaryInput } from './canary-draft.ts'
import { splitInWords } from './split-in-words.ts'

/** Takes the canary off; all traffic goes to the base, and its deployment stays in the API. @throws as every write */
export const removeCanary = (ctx: Ctx, input: CanaryInput): Promise<WriteResult> =>
  runOnCanary(ctx, input, 'canary.remove', async (present) => {
    const { canarySettings: _gone, ...rest } = present.stage.config
    return {
      title: `Remove the canary of ${input.stage}`,
      act: 'Remove the canary',
      states: [rest],
      reads: canaryFields,
      undo: { kind: 'exact' },
      hits: await splitInWords(ctx, present, 0),
      notes: await notesOf(present),
    }
  })
