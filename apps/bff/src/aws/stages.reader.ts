import { GetStageCommand, GetStagesCommand, type Stage } from '@aws-sdk/client-api-gateway'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { notFound } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { configOf } from './stage-config.ts'

/** How old what a watched stage shows may be. */
export const stagesFreshForMs = 15_000

/** A stage as AWS answers it, with its config in normal form. Instants are epoch milliseconds. */
export interface SeenStage {
  name: string
  config: StageConfig
  createdMs: number
  updatedMs: number
  cacheClusterStatus: string
  tags: Record<string, string>
}

/** A write to a stage of this API drops this. */
export const stagesScope = (apiId: string) => `stages/${apiId}`

/** All stages of one API in one call; everything that shows a stage reads this. */
export const readStages = (connection: AwsConnection, apiId: string, as: Priority = 'read'): Promise<SeenStage[]> =>
  connection.cache.read(stagesScope(apiId), 'list', stagesFreshForMs, async () => {
    const answer = await connection.gateway.read<{ item?: Stage[]; $metadata: object }>(
      () => new GetStagesCommand({ restApiId: apiId }),
      as,
    )
    const stages = (answer.item ?? []).map(seen)
    connection.onStagesRead?.(apiId, stages)
    return stages
  })

/** @throws not_found */
export async function readStage(connection: AwsConnection, apiId: string, stage: string): Promise<SeenStage> {
  const found = (await readStages(connection, apiId)).find(({ name }) => name === stage)
  if (!found) throw notFound('stage', stage)
  return found
}

/** One stage as it is this moment, past the cache, with the priority of a write. */
export const readStageNow = async (connection: AwsConnection, apiId: string, stage: string): Promise<SeenStage> =>
  seen(
    await connection.gateway.read<Stage & { $metadata: object }>(
      () => new GetStageCommand({ restApiId: apiId, stageName: stage }),
      'write',
    ),
  )

export const seen = (stage: Stage): SeenStage => ({
  name: stage.stageName ?? '',
  config: configOf(stage),
  createdMs: stage.createdDate?.getTime() ?? 0,
  updatedMs: stage.lastUpdatedDate?.getTime() ?? 0,
  cacheClusterStatus: stage.cacheClusterStatus ?? 'NOT_AVAILABLE',
  tags: stage.tags ?? {},
})
