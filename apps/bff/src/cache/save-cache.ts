import { priceText } from '@callboard/shared-types/cache/cache-rules'
import type { CacheEdits } from '@callboard/shared-types/cache/cache.schemas'
import type { Consequence, UndoKind } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { readRoutes } from '../aws/deployments.reader.ts'
import { normalise } from '../aws/stage-config.ts'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { cacheWarnings } from './cache-warnings.ts'
import { changingRefusal } from '../changes/changing-refusal.ts'
import { edited } from './edited.ts'
import { hitsNow } from './hits-now.ts'
import { readDefinedCaching } from './read-definition.ts'

type Input = StageAddress & WriteInput & { edits: CacheEdits }

/** Changes the cluster and how methods are cached, in one review. @throws as every write */
export const saveCache = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'cache.save', draft: (present) => draft(ctx, input.edits, present) }, input)

async function draft(ctx: Ctx, edits: CacheEdits, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const { config } = stage
  const after = normalise(edited(config, edits))
  const act = clusterAct(config, after)
  const [routes, defined] = await Promise.all([
    // What isn't known isn't warned of; a plan is worth having without it.
    config.deploymentId ? readRoutes(connection, address.apiId, config.deploymentId, 'write').catch(() => []) : [],
    readDefinedCaching(connection, address, config),
  ])
  return {
    ...wording(act, after, address.stage),
    states: [after],
    reads: ['cacheClusterEnabled', 'cacheClusterSize'],
    undo: undoOf(act, config),
    consequences: clusterConsequences(act, config, after),
    hits: await hitsNow(ctx, present, act === 'off' || act === 'resize'),
    warnings: cacheWarnings({ before: stage, after, routes, keyLacks: defined?.keyLacks ?? {} }),
    blocked: act ? changingRefusal(stage.cacheClusterStatus) : undefined,
  }
}

type ClusterAct = 'on' | 'off' | 'resize' | null

function clusterAct(before: StageConfig, after: StageConfig): ClusterAct {
  if (before.cacheClusterEnabled !== after.cacheClusterEnabled) return after.cacheClusterEnabled ? 'on' : 'off'
  return before.cacheClusterSize === after.cacheClusterSize ? null : 'resize'
}

function wording(act: ClusterAct, { cacheClusterSize: size }: StageConfig, stage: string) {
  if (act === 'on') return { title: `Turn the cache of ${stage} on, ${size} GB`, act: 'Turn the cache on' }
  if (act === 'off') return { title: `Turn the cache of ${stage} off`, act: 'Turn the cache off' }
  if (act === 'resize') return { title: `Resize the cache of ${stage} to ${size} GB`, act: `Resize to ${size} GB` }
  return { title: `Change how ${stage} caches`, act: `Save for ${stage}` }
}

/** About how long AWS takes to make a cluster or to take it away (Enabling API caching). */
const minutes = 'the about 4 minutes that AWS takes again'

function undoOf(act: ClusterAct, { cacheClusterSize }: StageConfig): UndoKind {
  if (act === null) return { kind: 'exact' }
  if (act === 'on') return { kind: 'compensating', notRestored: ['what it cost meanwhile', minutes] }
  const held = `what the cache of ${cacheClusterSize} GB held`
  return { kind: 'compensating', notRestored: [held, minutes] }
}

function clusterConsequences(act: ClusterAct, before: StageConfig, after: StageConfig): Consequence[] {
  if (act === null) return []
  const price = ({ cacheClusterSize: size }: StageConfig) => (size ? priceText(size) : 'nothing')
  const held = { label: 'Answers that it holds', before: 'served', after: 'thrown away' }
  const making = 'Until AWS has made it, about 4 minutes'
  return [
    ...(act === 'on' ? [{ label: making, before: 'no cache', after: 'no cache yet' }] : [held]),
    ...(act === 'resize' ? [{ label: making, before: 'cached', after: 'all calls reach the backend' }] : []),
    { label: 'List price an hour, US East', before: price(before), after: price(after) },
  ]
}
