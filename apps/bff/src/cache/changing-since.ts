import { toInstant, type Instant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { SeenStage } from '../aws/seen-stage.ts'
import type { Ctx } from '../lib/context.ts'

/** AWS takes about four minutes; what began longer ago is another one. */
const longestMs = 30 * 60_000

/**
 * When what the cluster is in the middle of began. AWS doesn't tell: Callboard knows it of its own changes, and of a
 * change from outside the stage's last update is the latest it can have been. A flush from outside leaves no trace.
 */
export async function changingSince(ctx: Ctx, address: StageAddress, stage: SeenStage): Promise<Instant | null> {
  const { cacheClusterStatus: status, updatedMs } = stage
  if (!status.endsWith('_IN_PROGRESS')) return null
  const flushing = status === 'FLUSH_IN_PROGRESS'
  // While Callboard's own store is away, the page is worth having without it.
  const recent = await ctx.engine.store.list({ ...address, limit: 20 }).catch(() => [])
  const begun = recent.find(
    ({ ended, plan }) =>
      ended?.status !== 'failed' &&
      (flushing
        ? plan.operations.some(({ operation }) => operation === 'FlushStageCache')
        : plan.changes.some(({ field }) => field.startsWith('cacheCluster'))),
  )
  const atMs = begun?.head.at_ms
  if (atMs !== undefined && ctx.clocks.worldMs() - atMs < longestMs) return toInstant(atMs)
  return flushing ? null : toInstant(updatedMs)
}
