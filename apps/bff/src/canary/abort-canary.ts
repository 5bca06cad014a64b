import type { WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { Ctx } from '../lib/context.ts'
import { canaryFields, runOnCanary, type CanaryInput } from './canary-draft.ts'
import { shareText, splitInWords } from './split-in-words.ts'

/** Takes all traffic off the canary at once and leaves it attached, to be looked at. @throws as every write */
export const abortCanary = (ctx: Ctx, input: CanaryInput): Promise<WriteResult> =>
  runOnCanary(ctx, input, 'canary.abort', async (present, canary) => ({
    title: `Abort the canary of ${input.stage}`,
    act: 'Abort: 0 % now',
    states: [{ ...present.stage.config, canarySettings: { ...canary, percentTraffic: 0 } }],
    reads: canaryFields,
    undo: { kind: 'exact' },
    hits: await splitInWords(ctx, present, 0),
    ...(canary.percentTraffic === 0 && {
      blocked: { rule: 'nothing_to_do', reason: `The canary already gets ${shareText(0)}`, fields: [] },
    }),
  }))
