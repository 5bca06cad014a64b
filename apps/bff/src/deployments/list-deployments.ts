import type { DeploymentHistory } from '@callboard/shared-types/deployments/deployments.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { deploymentView } from '../aws/deployment-view.ts'
import { readDeployments } from '../aws/deployments.reader.ts'
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
