import type { WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { Ctx } from '../lib/context.ts'
import { canaryFields, runOnCanary, type CanaryInput } from './canary-draft.ts'
import { shareText, splitInWords } from './split-in-words.ts'

type Input = CanaryInput & { percentTraffic: number }

/** Gives the canary another share of the traffic. @throws as every write */
export const setShare = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  runOnCanary(ctx, input, 'canary.setShare', async (present, canary) => ({
    title: `Canary of ${input.stage} from ${shareText(canary.percentTraffic)} to ${shareText(input.percentTraffic)}`,
    act: `Set ${shareText(input.percentTraffic)}`,
    states: [{ ...present.stage.config, canarySettings: { ...canary, percentTraffic: input.percentTraffic } }],
    reads: canaryFields,
    undo: { kind: 'exact' },
    hits: await splitInWords(ctx, present, input.percentTraffic),
    warnings:
      input.percentTraffic === 100
        ? [
            {
              code: 'all_traffic',
              text: 'All traffic goes to the canary, yet it is not promoted: the base stays as it is.',
            },
          ]
        : [],
  }))
