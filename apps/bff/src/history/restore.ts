import type { Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { fetchDeployments } from '../aws/deployments.reader.ts'
import { changingRefusal } from '../changes/changing-refusal.ts'
import type { Draft } from '../changes/intent.ts'
import { isAbsent } from '../changes/absent.ts'
import { clusterUndo, goneForGood } from '../changes/undo-of-move.ts'
import { statusAlarmWarnings } from '../changes/status-alarm-warnings.ts'
import type { Present } from '../changes/wish.ts'
import type { Snapshot } from '../db/snapshots.ts'
import type { Ctx } from '../lib/context.ts'
import { ownTags } from '../lib/own-tags.ts'
import { trafficNow } from '../lib/traffic-now.ts'
import { refOf, snapshotOf } from './moments.ts'
import { namesOfDeployments } from './states.ts'
import { listNames } from '../lib/list-names.ts'

type Input = StageAddress & WriteInput & { moment: string }

/** Makes a stage again what it was at a moment, tags included; one that is gone is made anew. @throws not_found for a moment that isn't, else as every write */
export async function restore(ctx: Ctx, input: Input): Promise<WriteResult> {
  const then = await snapshotOf(ctx, refOf(ctx, input), input.moment)
  const intent = {
    verb: 'history.restore',
    mayBeAbsent: true,
    draft: (present: Present) => draft(ctx, then, present),
  }
  return ctx.engine.run(ctx.person, input, intent, input)
}

async function draft(ctx: Ctx, then: Snapshot, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const deployments = await fetchDeployments(connection, address.apiId, 'write')
  const at = `${toInstant(then.atMs).slice(0, 16).replace('T', ' ')} UTC`
  const names = await namesOfDeployments(ctx, connection.config.name, address.apiId)
  const gone = missing(then.config, new Set(deployments.map(({ id }) => id)))
  const again = isAbsent(stage.config)
  const changesCluster = !again && clusterUndo(stage.config, then.config).kind !== 'exact'
  return {
    title: `${again ? 'Make' : 'Restore'} ${address.stage} ${again ? 'again ' : ''}as of ${at}`,
    act: `${again ? 'Make' : 'Restore'} ${address.stage}${again ? ' again' : ''}`,
    states: [then.config],
    parts: { tags: ownTags(stage.tags, then.tags) },
    reads: ['deploymentId', 'canarySettings.deploymentId', 'cacheClusterEnabled', 'cacheClusterSize'],
    undo: again ? madeUndo : clusterUndo(stage.config, then.config),
    hits: again ? [] : await trafficNow(ctx, present),
    warnings: again
      ? [againWarning]
      : [
          ...incarnationWarning(then, stage.createdMs),
          ...cacheWarning(stage.config, then.config),
          ...(await statusAlarmWarnings(ctx, present, then.config)),
        ],
    notes: names,
    blocked: gone
      ? goneRefusal(gone, names(gone.field, gone.id))
      : changesCluster
        ? changingRefusal(stage.cacheClusterStatus)
        : undefined,
  }
}

const madeUndo = {
  kind: 'compensating' as const,
  notRestored: ['calls that it answered and their metrics and logs stay'],
}

const againWarning: Warning = {
  code: 'made_anew',
  text: `It is made anew, with the settings and tags of then. What doesn't come back: ${listNames(goneForGood)}.`,
}

/** A deployment that the stage ran then and that AWS has no more. */
function missing({ deploymentId, canarySettings }: StageConfig, there: Set<string>) {
  if (deploymentId && !there.has(deploymentId)) return { field: 'deploymentId', id: deploymentId }
  const canary = canarySettings?.deploymentId
  return canary && !there.has(canary) ? { field: 'canarySettings.deploymentId', id: canary } : undefined
}

const goneRefusal = ({ field, id }: { field: string; id: string }, name: string | undefined): Draft['blocked'] => ({
  rule: 'deployment_gone',
  reason: `The deployment ${name ? `${name} (${id})` : id} that it ran then was deleted: AWS keeps nothing of it, so no stage can go back to it`,
  fields: [field],
})

const incarnationWarning = (then: Snapshot, createdMs: number): Warning[] =>
  then.createdMs === createdMs
    ? []
    : [
        {
          code: 'other_incarnation',
          text: 'The stage was deleted and made again since. What is restored are the settings of the one before; it stays the stage that it is.',
        },
      ]

function cacheWarning(now: StageConfig, then: StageConfig): Warning[] {
  if (clusterUndo(now, then).kind === 'exact') return []
  const text = then.cacheClusterEnabled
    ? `AWS takes about 4 minutes to make the cache cluster of ${then.cacheClusterSize} GB, which begins empty; until then all calls reach the backend.`
    : 'The cache cluster goes, with all that it holds: all calls reach the backend.'
  return [{ code: 'cache_cluster', text }]
}
