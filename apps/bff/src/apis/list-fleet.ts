import type { Fleet, FleetRow } from '@callboard/shared-types/apis/apis.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { readDeployments, type SeenDeployment } from '../aws/deployments.reader.ts'
import { invokeUrl } from '../aws/invoke-url.ts'
import { readRestApis, sharedNames, type SeenApi } from '../aws/rest-apis.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { readStages } from '../aws/stages.reader.ts'
import { isProduction } from '../lib/config.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'

/** Every stage of every API. An API that can't be read is a problem of its own; the others are shown. */
export async function listFleet(ctx: Ctx, input: { connection: string }): Promise<Fleet> {
  const connection = ctx.connections.get(input.connection)
  const { config } = connection
  const [apis, changes] = await Promise.all([
    readRestApis(connection),
    ctx.engine.store.lastDone(config.accountId, config.region).catch(() => undefined),
  ])
  const shared = sharedNames(apis)
  const problems: Fleet['problems'] = []
  const rows = await Promise.all(
    apis.map(async (api) => {
      try {
        const [stages, deployments] = await Promise.all([
          readStages(connection, api.id),
          // Names of deployments only add to a row.
          readDeployments(connection, api.id).catch(() => []),
        ])
        return stages.map((stage) => row(api, stage, deployments))
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        problems.push({ apiId: api.id, apiName: api.name, sentence: error.message })
        return []
      }
    }),
  )
  return { rows: rows.flat(), problems, asOf: toInstant(ctx.clocks.worldMs()) }

  function row(api: SeenApi, stage: SeenStage, deployments: SeenDeployment[]): FleetRow {
    return {
      kind: 'rest',
      apiId: api.id,
      apiName: api.name,
      nameShared: shared.has(api.name),
      stage: stage.name,
      production: isProduction(stage.name, ctx.config.PRODUCTION_STAGES),
      invokeUrl: invokeUrl(config, api.id, stage.name),
      deployment: deploymentOf(stage, deployments),
      canary: stage.config.canarySettings ?? null,
      cacheClusterStatus: stage.cacheClusterStatus,
      tags: { ...api.tags, ...stage.tags },
      lastChange: lastChange(stage, changes?.get(`${api.id}/${stage.name}`)),
    }
  }
}

function deploymentOf(stage: SeenStage, deployments: SeenDeployment[]): FleetRow['deployment'] {
  const id = stage.config.deploymentId
  if (!id) return null
  const known = deployments.find((deployment) => deployment.id === id)
  return {
    id,
    label: known?.label ?? null,
    by: known?.by ?? null,
    createdAt: known ? toInstant(known.createdMs) : null,
  }
}

/** AWS dates to the second and after the write was sent, so a change of ours counts as the last one for a little longer. */
const slackMs = 5_000

const lastChange = (stage: SeenStage, ours: { by: string; atMs: number } | undefined): FleetRow['lastChange'] =>
  ours && ours.atMs + slackMs >= stage.updatedMs
    ? { at: toInstant(ours.atMs), by: ours.by }
    : { at: toInstant(stage.updatedMs), by: null }
