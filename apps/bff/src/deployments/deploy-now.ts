import type { Consequence } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { DeployCanaryChoice } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { deploymentNotes } from '../aws/deployment-view.ts'
import { readDeployments, readRoutes } from '../aws/deployments.reader.ts'
import { readDefinedRoutes } from '../aws/resources.reader.ts'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import { NEW_DEPLOYMENT } from '../changes/placeholders.ts'
import type { Ctx } from '../lib/context.ts'
import { routeDifference } from '../lib/route-difference.ts'
import { routeConsequences } from './route-consequences.ts'

type Input = StageAddress & WriteInput & { description: string; canary?: DeployCanaryChoice }

/**
 * Makes a deployment of the API as it's defined now and points the stage, or its canary, at it: two calls, so that the
 * stage moves by a patch that is known and can be undone. @throws as every write
 */
export const deployNow = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(
    ctx.person,
    input,
    { verb: 'deployments.deployNow', draft: (present) => draft(ctx, input, present) },
    input,
  )

/** The stage as it should be. With a canary in the way, the canary alone gets the new deployment unless it's said otherwise. */
function deployed(config: StageConfig, canary: DeployCanaryChoice): StageConfig {
  const { canarySettings, ...rest } = config
  if (!canarySettings || canary === 'remove') return { ...rest, deploymentId: NEW_DEPLOYMENT }
  return canary === 'move'
    ? { ...config, canarySettings: { ...canarySettings, deploymentId: NEW_DEPLOYMENT } }
    : { ...config, deploymentId: NEW_DEPLOYMENT }
}

async function draft(ctx: Ctx, { description, canary = 'move' }: Input, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const label = description || 'deployed by Callboard'
  const what = description || 'the present definition'
  const { canarySettings } = stage.config
  const onCanary = canarySettings && canary === 'move'
  const deployments = await readDeployments(connection, address.apiId)
  return {
    title: `Deploy ${what} to ${address.stage}${onCanary ? "'s canary" : ''}`,
    act: onCanary ? `Deploy to the canary of ${address.stage}` : `Deploy to ${address.stage}`,
    creates: { description: `${label}, by ${ctx.person.name}` },
    states: [deployed(stage.config, canary)],
    reads: ['deploymentId', 'canarySettings'],
    undo: { kind: 'compensating', notRestored: ['the new deployment stays in the API; no stage will run it'] },
    consequences: await consequencesOf(present),
    warnings: canarySettings && canary === 'keep' ? [keptWarning(canarySettings.percentTraffic)] : [],
    choices: canarySettings ? [canaryChoice(canarySettings.percentTraffic, canary)] : [],
    notes: (field, value) => (value === NEW_DEPLOYMENT ? `new: ${what}` : deploymentNotes(deployments)(field, value)),
  }
}

const keptWarning = (percent: number) => ({
  code: 'canary_stays',
  text: `${percent} % of the traffic stays on the canary's deployment and won't see this one.`,
})

const canaryChoice = (percent: number, chosen: DeployCanaryChoice): NonNullable<Draft['choices']>[number] => ({
  input: 'canary',
  question: `A canary takes ${percent} % of the traffic. Who gets the new deployment?`,
  chosen,
  options: [
    {
      value: 'move',
      label: 'The canary',
      explanation: `${percent} % of the traffic tries it; the rest stays where it is.`,
    },
    { value: 'remove', label: 'Everyone, and the canary goes', explanation: 'All traffic gets it at once.' },
    {
      value: 'keep',
      label: 'All but the canary',
      explanation: `The canary keeps its own deployment and ${percent} %.`,
    },
  ],
})

/** What callers will notice of it; a plan is worth having without. */
async function consequencesOf({ connection, address, stage }: Present): Promise<Consequence[]> {
  const live = stage.config.deploymentId
  if (!live) return []
  const [running, defined] = await Promise.all([
    readRoutes(connection, address.apiId, live, 'write'),
    readDefinedRoutes(connection, address.apiId, 'write'),
  ]).catch(() => [undefined, undefined])
  if (!running || !defined) return []
  return routeConsequences(routeDifference(running, defined))
}
