import { staleCanaryMs } from '@callboard/shared-types/canary/canary-rules'
import type { CanarySide, CanaryState, CanaryView } from '@callboard/shared-types/canary/canary.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { nameOf } from '../aws/deployment-view.ts'
import { readDeployments } from '../aws/deployments.reader.ts'
import type { SeenDeployment } from '../aws/seen-deployment.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { StoredChange } from '../changes/change-store.ts'
import type { Ctx } from '../lib/context.ts'
import { callsPerMinute } from '../lib/traffic-now.ts'

/** So far back a change is looked for that says how the canary came to be as it is. */
const fewChanges = 20

/** @throws not_found */
export async function getCanary(ctx: Ctx, address: StageAddress): Promise<CanaryView> {
  const connection = ctx.connections.get(address.connection)
  const { config, updatedMs } = await readStage(connection, address.apiId, address.stage)
  const [deployments, changes, calls] = await Promise.all([
    readDeployments(connection, address.apiId),
    ctx.engine.store.list({ ...address, limit: fewChanges }),
    callsPerMinute(ctx, { connection, address }).catch(() => null),
  ])
  const { canarySettings: canary, variables = {} } = config
  const overrides = canary?.stageVariableOverrides ?? {}
  const now = ctx.clocks.worldMs()
  return {
    state: stateOf(config, lastOfCanary(changes)),
    percentTraffic: canary?.percentTraffic ?? null,
    useStageCache: canary?.useStageCache ?? false,
    base: side(deployments, config.deploymentId, variables),
    canary: canary ? side(deployments, canary.deploymentId, { ...variables, ...overrides }) : null,
    overrides,
    stale: canary !== undefined && now - updatedMs > staleCanaryMs,
    changedAt: toInstant(updatedMs),
    callsPerMinute: calls,
    asOf: toInstant(now),
  }
}

function side(deployments: SeenDeployment[], id: string | undefined, variables: Record<string, string>): CanarySide {
  const found = deployments.find((deployment) => deployment.id === id)
  return {
    deployment: id
      ? { id, name: found ? nameOf(found) : id, createdAt: found ? toInstant(found.createdMs) : null }
      : null,
    variables,
  }
}

/** The last change that touched the canary and went through; an undone one tells nothing. */
const lastOfCanary = (changes: StoredChange[]) =>
  changes.find(
    ({ ended, plan }) =>
      ended?.status === 'done' && plan.changes.some(({ field }) => field.startsWith('canarySettings')),
  )?.head.verb

function stateOf({ deploymentId, canarySettings: canary }: StageConfig, lastVerb?: string): CanaryState {
  if (!canary) return lastVerb === 'canary.promote' ? 'promoted' : 'none'
  if (canary.percentTraffic > 0) return 'running'
  if (lastVerb === 'canary.promote' && canary.deploymentId === deploymentId) return 'promoted_attached'
  return lastVerb === 'canary.abort' ? 'aborted' : 'idle'
}
