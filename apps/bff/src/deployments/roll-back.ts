import type { Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { CanaryChoice, Route } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { deploymentNotes } from '../aws/deployment-view.ts'
import { fetchDeployments, readRoutes } from '../aws/deployments.reader.ts'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'
import { routeDifference } from '../lib/route-difference.ts'
import { trafficNow } from '../lib/traffic-now.ts'
import { routeConsequences, routeText } from './route-consequences.ts'

type Input = StageAddress & WriteInput & { deploymentId: string; canary?: CanaryChoice }

/** Points a stage at an earlier deployment. @throws not_found, moved, guard_rail, unclear, and what AWS answers */
export const rollBack = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(
    ctx.person,
    input,
    { verb: 'deployments.rollBack', draft: (present) => draft(ctx, input, present) },
    input,
  )

/** The stage as it should be. A canary is removed unless it's said to be kept. */
function rolledBack(config: StageConfig, deploymentId: string, canary: CanaryChoice): StageConfig {
  const { canarySettings, ...rest } = config
  return { ...rest, deploymentId, ...(canary === 'keep' && canarySettings ? { canarySettings } : {}) }
}

async function draft(ctx: Ctx, { deploymentId, canary = 'remove' }: Input, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const { config } = stage
  const deployments = await fetchDeployments(connection, address.apiId, 'write')
  const target = deployments.find(({ id }) => id === deploymentId)
  if (!target) throw notFound('deployment', deploymentId)
  const label = target.label ?? target.id
  const routes = await routesThatDiffer(present, deploymentId)
  return {
    title: `Roll back ${address.stage} to ${label}`,
    act: `Roll back ${address.stage}`,
    states: [rolledBack(config, deploymentId, canary)],
    reads: ['deploymentId', 'canarySettings'],
    undo: { kind: 'exact' },
    consequences: routes.consequences,
    hits: await trafficNow(ctx, present),
    warnings: [...routes.warnings, ...canaryWarnings(config, canary)],
    choices: config.canarySettings ? [canaryChoice(config.canarySettings.percentTraffic, canary)] : [],
    notes: deploymentNotes(deployments),
  }
}

const canaryChoice = (percent: number, chosen: CanaryChoice): NonNullable<Draft['choices']>[number] => ({
  input: 'canary',
  question: `A canary takes ${percent} % of the traffic. What becomes of it?`,
  chosen,
  options: [
    {
      value: 'remove',
      label: 'Remove the canary and roll back',
      explanation: 'All traffic goes to the deployment that is rolled back to.',
    },
    {
      value: 'keep',
      label: 'Keep the canary',
      explanation: `${percent} % of the traffic goes on to the canary's deployment; only the rest is rolled back.`,
    },
  ],
})

const canaryWarnings = ({ canarySettings }: StageConfig, choice: CanaryChoice): Warning[] =>
  canarySettings && choice === 'keep'
    ? [
        {
          code: 'canary_stays',
          text: `${canarySettings.percentTraffic} % of the traffic stays on the canary. If the trouble comes from it, this rollback won't end it.`,
        },
      ]
    : []

/** Routes are all that AWS keeps of a deployment; one whose routes can't be read doesn't hold up a rollback. */
async function routesThatDiffer({ connection, address, stage }: Present, deploymentId: string) {
  const live = stage.config.deploymentId
  if (!live || live === deploymentId) return { consequences: [], warnings: [] }
  const read = (id: string) => readRoutes(connection, address.apiId, id, 'write')
  const [before, after] = await Promise.all([read(live), read(deploymentId)]).catch(() => [undefined, undefined])
  if (!before || !after)
    return {
      consequences: [],
      warnings: [{ code: 'routes_unknown', text: "AWS didn't tell the routes, so they aren't compared." }],
    }
  const difference = routeDifference(before, after)
  return {
    consequences: routeConsequences(difference),
    warnings: [...goneWarning(difference.removed), ...keyWarning(difference.changed)],
  }
}

const goneWarning = (removed: Route[]): Warning[] =>
  removed.length === 0
    ? []
    : [
        {
          code: 'routes_go',
          text: `${removed.map(routeText).join(', ')} ${removed.length === 1 ? 'is' : 'are'} not in it: callers get 403 Missing Authentication Token.`,
        },
      ]

function keyWarning(changed: { before: Route; after: Route }[]): Warning[] {
  const stricter = changed.filter(({ before, after }) => after.apiKeyRequired && !before.apiKeyRequired)
  if (stricter.length === 0) return []
  const names = stricter.map(({ after }) => routeText(after)).join(', ')
  return [{ code: 'key_required', text: `${names} will want an API key: callers without one get 403 Forbidden.` }]
}
