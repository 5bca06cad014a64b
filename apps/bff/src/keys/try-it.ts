import type { MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { readRoutes } from '../aws/deployments.reader.ts'
import { invokeUrl } from '../aws/invoke-url.ts'
import { planStageOf } from '../aws/plan-config.ts'
import { readStage } from '../aws/stages.reader.ts'
import { readUsagePlans } from '../aws/usage-plans.reader.ts'
import { AppError } from '../lib/errors.ts'

/** A call that a new key can be tried with; null where its plans have no stage with a method that asks for one. */
export async function tryIt(connection: AwsConnection, planIds: string[]): Promise<MadeKey['tryIt']> {
  try {
    const plans = (await readUsagePlans(connection)).filter(({ id }) => planIds.includes(id))
    for (const { apiId, stage } of plans.flatMap(({ config }) => Object.keys(config.apiStages).map(planStageOf))) {
      const { config } = await readStage(connection, apiId, stage)
      const routes = config.deploymentId ? await readRoutes(connection, apiId, config.deploymentId) : []
      const keyed = routes.filter(({ apiKeyRequired }) => apiKeyRequired)
      const route = keyed.find(({ method, path }) => method === 'GET' && !path.includes('{')) ?? keyed[0]
      if (!route) continue
      const path = route.path.replaceAll(/\{[^}]+\}/g, '1')
      const url = new URL(path.slice(1), invokeUrl(connection.config, apiId, stage).replace(/\/?$/, '/'))
      return { method: route.method === 'ANY' ? 'GET' : route.method, url: url.href }
    }
  } catch (error) {
    // The key is made: that it can't be told how to try it is no reason to say otherwise.
    if (!(error instanceof AppError)) throw error
  }
  return null
}
