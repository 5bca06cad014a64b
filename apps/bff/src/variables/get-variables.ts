import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { readStage, readStages } from '../aws/stages.reader.ts'
import { isProduction } from '../lib/config.ts'
import type { Ctx } from '../lib/context.ts'
import { readUses } from './read-uses.ts'

/** @throws not_found */
export async function getVariables(ctx: Ctx, address: StageAddress): Promise<StageVariables> {
  const connection = ctx.connections.get(address.connection)
  const { config } = await readStage(connection, address.apiId, address.stage)
  const [found, stages] = await Promise.all([
    readUses(connection, address, config),
    readStages(connection, address.apiId),
  ])
  const { variables = {}, canarySettings: canary } = config
  const used = Object.keys(found.uses?.byName ?? {})
  return {
    variables,
    canary: canary
      ? {
          percentTraffic: canary.percentTraffic,
          overrides: canary.stageVariableOverrides ?? {},
          ownDeployment: canary.deploymentId !== config.deploymentId,
        }
      : null,
    ...found,
    undefinedNames: used.filter((name) => !Object.hasOwn(variables, name)),
    unusedNames: found.uses ? Object.keys(variables).filter((name) => !used.includes(name)) : [],
    otherStages: stages
      .filter(({ name }) => name !== address.stage)
      .map(({ name, config: other }) => ({
        stage: name,
        production: isProduction(name, ctx.config.PRODUCTION_STAGES),
        variables: other.variables ?? {},
      }))
      .toSorted((a, b) => a.stage.localeCompare(b.stage)),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}
