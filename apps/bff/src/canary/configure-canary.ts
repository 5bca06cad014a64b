import type { WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { Ctx } from '../lib/context.ts'
import { canaryFields, runOnCanary, type CanaryInput } from './canary-draft.ts'
import { splitInWords } from './split-in-words.ts'

type Input = CanaryInput & { set: Record<string, string>; remove: string[]; useStageCache?: boolean | undefined }

/** Edits laid over what the canary has: whoever else changed another override keeps it. @throws as every write */
export const configureCanary = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  runOnCanary(ctx, input, 'canary.configure', async (present, canary) => {
    const kept = Object.entries(canary.stageVariableOverrides ?? {}).filter(([name]) => !input.remove.includes(name))
    const canarySettings = {
      ...canary,
      useStageCache: input.useStageCache ?? canary.useStageCache,
      stageVariableOverrides: { ...Object.fromEntries(kept), ...input.set },
    }
    return {
      title: `Change the canary of ${input.stage}`,
      act: 'Change the canary',
      states: [{ ...present.stage.config, canarySettings }],
      reads: canaryFields,
      undo: { kind: 'exact' },
      hits: await splitInWords(ctx, present, canary.percentTraffic),
    }
  })
