import type { Moments } from '@callboard/shared-types/history/history.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { readStages } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { isAppError } from '../lib/errors.ts'
import { momentOf, refOf } from './moments.ts'

type Input = StageAddress & { cursor?: string | undefined; limit: number }

/** Also of a stage that is gone. The cursor is the number of the last snapshot that was told. */
export async function listMoments(ctx: Ctx, { cursor, limit, ...address }: Input): Promise<Moments> {
  const ref = refOf(ctx, address)
  const { snapshots } = ctx.outside
  await ctx.outside.settled()
  const first = (await snapshots.first(ref)) ?? (await lookFirst(ctx, address))
  const told = Number(cursor)
  // With the one that was told last, which says until when the first of these held.
  const from = Number.isInteger(told) && cursor ? told + 1 : undefined
  const skipped = from === undefined ? 0 : 1
  const found = await snapshots.list(ref, {
    ...(from !== undefined && { before: from }),
    limit: limit + 1 + skipped,
  })
  const page = found.slice(skipped, skipped + limit)
  return {
    items: await Promise.all(page.map((of, n) => momentOf(ctx, of, found[n + skipped - 1]))),
    nextCursor: found.length > limit + skipped ? String(page.at(-1)!.n) : null,
    since: first ? toInstant(first.seenMs) : null,
  }
}

/** Nobody has looked at the stage yet: the first look keeps it, and no event would say so to who asked before. */
async function lookFirst(ctx: Ctx, address: StageAddress) {
  const { connection, apiId } = address
  await readStages(ctx.connections.get(connection), apiId).catch((error: unknown) => {
    if (!isAppError(error, 'not_found')) throw error
  })
  await ctx.outside.settled()
  return ctx.outside.snapshots.first(refOf(ctx, address))
}
