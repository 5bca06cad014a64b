import type { Fleet, FleetRow } from '@callboard/shared-types/apis/apis.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { readFleet } from '../aws/fleet.reader.ts'
import type { SeenDeployment } from '../aws/seen-deployment.ts'
import { invokeUrl } from '../aws/invoke-url.ts'
import { sharedNames, type SeenApi } from '../aws/rest-apis.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { isProduction } from '../lib/config.ts'
import type { Ctx } from '../lib/context.ts'

/** Every stage of every API. An API that can't be read is a problem of its own; the others are shown. */
export async function listFleet(ctx: Ctx, input: { connection: string }): Promise<Fleet> {
  const connection = ctx.connections.get(input.connection)
  const { config } = connection
  const [fleet, changes] = await Promise.all([
    readFleet(connection),
    ctx.engine.store.lastDone(config.accountId, config.region).catch(() => undefined),
  ])
  const shared = sharedNames(fleet.all)
  return {
    rows: fleet.known.flatMap(({ api, stages, deployments }) => stages.map((stage) => row(api, stage, deployments))),
    problems: fleet.failed.map(({ api, error }) => ({ apiId: api.id, apiName: api.name, sentence: error.message })),
    pending: fleet.pending,
    asOf: toInstant(ctx.clocks.worldMs()),
  }

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
