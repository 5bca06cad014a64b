import type { PlanStage } from '@callboard/shared-types/plans/plans.schemas'
import { isProduction } from '../lib/config.ts'
import { AppError } from '../lib/errors.ts'
import type { AwsConnection } from './connections.ts'
import { planStageOf } from './plan-config.ts'
import { readRestApis } from './rest-apis.reader.ts'
import { readStages } from './stages.reader.ts'
import type { SeenPlan } from './usage-plans.reader.ts'

/** The stages of a plan by the names people know, and whether they are there still. */
export async function planStages(
  connection: AwsConnection,
  { config }: SeenPlan,
  productionStages: string[],
): Promise<PlanStage[]> {
  const apis = new Map((await readRestApis(connection)).map(({ id, name }) => [id, name]))
  return Promise.all(
    Object.entries(config.apiStages).map(async ([key, methods]) => {
      const { apiId, stage } = planStageOf(key)
      const apiName = apis.get(apiId)
      return {
        apiId,
        apiName: apiName ?? apiId,
        stage,
        production: isProduction(stage, productionStages),
        exists: apiName === undefined ? false : await isThere(connection, apiId, stage),
        methods,
      }
    }),
  )
}

async function isThere(connection: AwsConnection, apiId: string, stage: string): Promise<boolean | null> {
  try {
    return (await readStages(connection, apiId)).some(({ name }) => name === stage)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
