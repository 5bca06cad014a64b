import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageView } from '@callboard/shared-types/stages/stages.schemas'
import { invokeUrl } from '../aws/invoke-url.ts'
import { readRestApi, readRestApis, sharedNames } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import { isProduction } from '../lib/config.ts'
import type { Ctx } from '../lib/context.ts'

/** @throws not_found for an unknown connection, API or stage */
export async function getStage(ctx: Ctx, address: StageAddress): Promise<StageView> {
  const connection = ctx.connections.get(address.connection)
  const { config } = connection
  const api = await readRestApi(connection, address.apiId)
  const [stage, apis] = await Promise.all([
    readStage(connection, address.apiId, address.stage),
    readRestApis(connection),
  ])
  return {
    ref: {
      accountId: config.accountId,
      region: config.region,
      kind: address.kind,
      apiId: address.apiId,
      stage: stage.name,
    },
    apiName: api.name,
    nameShared: sharedNames(apis).has(api.name),
    production: isProduction(stage.name, ctx.config.PRODUCTION_STAGES),
    invokeUrl: invokeUrl(config, address.apiId, stage.name),
    config: stage.config,
    cacheClusterStatus: stage.cacheClusterStatus,
    tags: { ...api.tags, ...stage.tags },
    createdAt: toInstant(stage.createdMs),
    updatedAt: toInstant(stage.updatedMs),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}
