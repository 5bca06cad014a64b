import type { RouteList } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { readRoutes } from '../aws/deployments.reader.ts'
import type { Ctx } from '../lib/context.ts'

/** Nobody waits for these numbers, so they give way to everything else. @throws not_found */
export async function listRoutes(ctx: Ctx, input: StageAddress & { deploymentId: string }): Promise<RouteList> {
  const connection = ctx.connections.get(input.connection)
  return { routes: await readRoutes(connection, input.apiId, input.deploymentId, 'background') }
}
