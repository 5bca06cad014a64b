import type { Throttle } from '@callboard/shared-types/plans/plan-rules'
import type { PlanMethod, PlanStageMethods } from '@callboard/shared-types/plans/plans.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { readRoutes } from '../aws/deployments.reader.ts'
import { planMethodKey, planMethodOf, planStageOf } from '../aws/plan-config.ts'
import { stageThrottle } from '../aws/stage-throttle.ts'
import { readStage } from '../aws/stages.reader.ts'
import { AppError } from '../lib/errors.ts'

/** The methods of a stage in a plan: those of its live deployment, and those that the plan limits though they aren't there. */
export async function planMethods(
  connection: AwsConnection,
  stageKey: string,
  limits: Record<string, Throttle>,
): Promise<PlanStageMethods> {
  const { apiId, stage } = planStageOf(stageKey)
  const orphans = (known: Set<string>) =>
    Object.keys(limits)
      .filter((key) => !known.has(key))
      .map((key): PlanMethod => {
        const orphan = { key, ...planMethodOf(key), apiKeyRequired: false, orphan: true, stage: null }
        return { ...orphan, plan: limits[key]! }
      })
  try {
    const { config } = await readStage(connection, apiId, stage)
    const routes = config.deploymentId ? await readRoutes(connection, apiId, config.deploymentId) : []
    const methods = routes.map(({ path, method, apiKeyRequired }): PlanMethod => {
      const key = planMethodKey(path, method)
      const of = stageThrottle(config, path, method)
      return { key, method, path, apiKeyRequired, orphan: false, plan: limits[key] ?? null, stage: of.own }
    })
    const known = new Set(methods.map(({ key }) => key))
    const { all } = stageThrottle(config, '/', 'GET')
    return { apiId, stage, default: all, methods: [...methods, ...orphans(known)], unknown: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { apiId, stage, default: null, methods: orphans(new Set()), unknown: error.message }
  }
}
