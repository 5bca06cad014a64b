import type { Deployment, DeploymentHistory } from '@callboard/shared-types/deployments/deployments.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { readDeployments, type SeenDeployment } from '../aws/deployments.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { readStage, readStages } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'

/** @throws not_found */
export async function listDeployments(ctx: Ctx, address: StageAddress): Promise<DeploymentHistory> {
  const connection = ctx.connections.get(address.connection)
  await readStage(connection, address.apiId, address.stage)
  const [deployments, stages] = await Promise.all([
    readDeployments(connection, address.apiId),
    readStages(connection, address.apiId),
  ])
  return {
    items: deployments.map((deployment) => deploymentView(deployment, stages)),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

/** A deployment, and which stages of its API run it. */
export const deploymentView = ({ id, label, by, createdMs }: SeenDeployment, stages: SeenStage[]): Deployment => ({
  id,
  label,
  by,
  createdAt: toInstant(createdMs),
  liveOn: stages.filter(({ config }) => config.deploymentId === id).map(({ name }) => name),
  canaryOn: stages.filter(({ config }) => config.canarySettings?.deploymentId === id).map(({ name }) => name),
})

/** What people call a deployment. */
export const nameOf = ({ id, label, by }: SeenDeployment): string => (label ? `${label}${by ? `, by ${by}` : ''}` : id)
