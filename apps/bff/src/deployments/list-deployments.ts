import type { DeploymentHistory } from '@callboard/shared-types/deployments/deployments.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { deploymentView } from '../aws/deployment-view.ts'
import { readDeployments } from '../aws/deployments.reader.ts'
import { readStage, readStages } from '../aws/stages.reader.ts'
import type { GoneDeployment, Keeping } from '../db/definitions.ts'
import type { Ctx } from '../lib/context.ts'

/** @throws not_found */
export async function listDeployments(ctx: Ctx, address: StageAddress): Promise<DeploymentHistory> {
  const connection = ctx.connections.get(address.connection)
  await readStage(connection, address.apiId, address.stage)
  const [deployments, stages] = await Promise.all([
    readDeployments(connection, address.apiId),
    readStages(connection, address.apiId),
  ])
  const { gone, kept } = await remembered(ctx, address)
  const definitionOf = (id: string) => {
    const keeping = kept.get(id)
    return keeping ? { at: toInstant(keeping.keptMs), failure: keeping.failure } : null
  }
  return {
    items: deployments.map((of) => ({ ...deploymentView(of, stages), definition: definitionOf(of.id) })),
    gone: gone.map((of) => ({
      ...deploymentView(of, stages),
      definition: definitionOf(of.id),
      goneAt: toInstant(of.goneMs),
    })),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

/** What Callboard remembers beyond AWS; while its own store is away, the page is worth having without. */
async function remembered(ctx: Ctx, { connection, apiId }: StageAddress) {
  const { accountId, region } = ctx.connections.get(connection).config
  const place = { accountId, region, apiId }
  await ctx.definitions.noted()
  const [gone, kept] = await Promise.all([
    ctx.definitions.gone(place).catch((): GoneDeployment[] => []),
    ctx.definitions.kept(place).catch(() => new Map<string, Keeping>()),
  ])
  return { gone, kept }
}
