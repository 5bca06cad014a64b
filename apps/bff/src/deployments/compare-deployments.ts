import type { Comparison } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { readDeployments, readRoutes } from '../aws/deployments.reader.ts'
import { readStages } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'
import { deploymentView } from '../aws/deployment-view.ts'
import { routeDifference } from '../lib/route-difference.ts'

/** @throws not_found */
export async function compareDeployments(
  ctx: Ctx,
  input: StageAddress & { from: string; to: string },
): Promise<Comparison> {
  const connection = ctx.connections.get(input.connection)
  const [deployments, stages] = await Promise.all([
    readDeployments(connection, input.apiId),
    readStages(connection, input.apiId),
  ])
  const view = (id: string) => {
    const found = deployments.find((deployment) => deployment.id === id)
    if (!found) throw notFound('deployment', id)
    return deploymentView(found, stages)
  }
  const [from, to] = [view(input.from), view(input.to)]
  const [before, after] = await Promise.all([input.from, input.to].map((id) => readRoutes(connection, input.apiId, id)))
  return { from, to, ...routeDifference(before!, after!) }
}
