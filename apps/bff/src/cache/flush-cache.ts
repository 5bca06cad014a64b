import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { changingRefusal } from '../changes/changing-refusal.ts'
import { hitsNow } from './hits-now.ts'

type Input = StageAddress & WriteInput

/** Throws away all that the cache holds. There is no way back. @throws as every write */
export const flushCache = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'cache.flush', draft: (present) => draft(ctx, present) }, input)

async function draft(ctx: Ctx, present: Present): Promise<Draft> {
  const { address, stage } = present
  const off = { rule: 'cache_off', reason: 'The stage has no cache to flush', fields: ['cacheClusterEnabled'] }
  return {
    title: `Flush the cache of ${address.stage}`,
    act: `Flush the cache of ${address.stage}`,
    states: [],
    sends: ['FlushStageCache'],
    confirm: address.stage,
    reads: ['cacheClusterEnabled', 'cacheClusterSize'],
    undo: { kind: 'none', why: 'what the cache held is gone; it fills again as calls come' },
    consequences: [{ label: 'Answers that it holds', before: 'served', after: 'thrown away' }],
    hits: await hitsNow(ctx, present, true),
    blocked: stage.config.cacheClusterEnabled ? changingRefusal(stage.cacheClusterStatus) : off,
  }
}
