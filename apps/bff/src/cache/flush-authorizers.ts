import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { trafficNow } from '../lib/traffic-now.ts'
import { readDefinedCaching } from './read-definition.ts'

type Input = StageAddress & WriteInput

/** Throws away what authorizers answered, such as for somebody whose access was taken away. @throws as every write */
export const flushAuthorizers = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'cache.flushAuthorizers', draft: (present) => draft(ctx, present) }, input)

async function draft(ctx: Ctx, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const defined = await readDefinedCaching(connection, address, stage.config)
  const none = defined?.authorizers.length === 0
  return {
    title: `Flush the authorizer cache of ${address.stage}`,
    act: 'Flush the authorizer cache',
    states: [],
    sends: ['FlushStageAuthorizersCache'],
    confirm: address.stage,
    reads: ['deploymentId'],
    undo: { kind: 'none', why: 'what authorizers answered is gone; they are asked again as calls come' },
    consequences: [{ label: 'Answers of authorizers', before: 'kept for their time', after: 'thrown away' }],
    hits: [...(await trafficNow(ctx, present)), "each caller's next call asks its authorizer again"],
    ...(none && {
      blocked: { rule: 'no_authorizer', reason: 'The deployed API keeps the answers of no authorizer', fields: [] },
    }),
  }
}
