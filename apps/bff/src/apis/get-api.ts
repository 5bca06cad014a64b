import type { ApiView } from '@callboard/shared-types/apis/apis.schemas'
import type { Route, RouteDifference } from '@callboard/shared-types/deployments/deployments.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AwsConnection } from '../aws/connections.ts'
import { deploymentView } from '../aws/deployment-view.ts'
import { readDeployments, readRoutes } from '../aws/deployments.reader.ts'
import { invokeUrl } from '../aws/invoke-url.ts'
import { readDefinedRoutes } from '../aws/resources.reader.ts'
import { readRestApi, readRestApis, sharedNames } from '../aws/rest-apis.reader.ts'
import { readStages } from '../aws/stages.reader.ts'
import { isProduction } from '../lib/config.ts'
import type { Ctx } from '../lib/context.ts'
import { orUnknown } from '../lib/errors.ts'
import { routeDifference } from '../lib/route-difference.ts'

/** @throws not_found */
export async function getApi(
  ctx: Ctx,
  { connection: name, kind, apiId }: Omit<StageAddress, 'stage'>,
): Promise<ApiView> {
  const connection = ctx.connections.get(name)
  const api = await readRestApi(connection, apiId)
  const [apis, stages, deployments, defined] = await Promise.all([
    readRestApis(connection),
    readStages(connection, apiId),
    readDeployments(connection, apiId),
    orUnknown(readDefinedRoutes(connection, apiId)),
  ])
  return {
    kind,
    apiId,
    apiName: api.name,
    nameShared: sharedNames(apis).has(api.name),
    tags: api.tags,
    stages: await Promise.all(
      stages.map(async (stage) => ({
        stage: stage.name,
        production: isProduction(stage.name, ctx.config.PRODUCTION_STAGES),
        invokeUrl: invokeUrl(connection.config, apiId, stage.name),
        config: stage.config,
        cacheClusterStatus: stage.cacheClusterStatus,
        tags: stage.tags,
        updatedAt: toInstant(stage.updatedMs),
        undeployed: await undeployed(connection, apiId, stage.config.deploymentId, defined),
      })),
    ),
    deployments: deployments.map((deployment) => deploymentView(deployment, stages)),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

async function undeployed(
  connection: AwsConnection,
  apiId: string,
  deploymentId: string | undefined,
  defined: Route[] | null,
): Promise<RouteDifference | null> {
  const running = deploymentId ? await orUnknown(readRoutes(connection, apiId, deploymentId)) : null
  return defined && running ? routeDifference(running, defined) : null
}
