import { GetStageCommand, GetStagesCommand, type Stage } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readPriority } from './read-priority.ts'
import { seenStage, type SeenStage } from './seen-stage.ts'

/** How old what a watched stage shows may be. */
export const stagesFreshForMs = 15_000

/** A write to a stage of this API drops this. */
export const stagesScope = (apiId: string) => `stages/${apiId}`

/** All stages of one API in one call; everything that shows a stage reads this. */
export const readStages = (
  connection: AwsConnection,
  apiId: string,
  as: Priority = 'read',
  freshForMs = stagesFreshForMs,
): Promise<SeenStage[]> =>
  connection.cache.read(stagesScope(apiId), `list/${freshForMs}`, freshForMs, () => fetchStages(connection, apiId, as))

/** The same, past the cache. */
export async function fetchStages(connection: AwsConnection, apiId: string, as: Priority): Promise<SeenStage[]> {
  const tell = connection.watchStages?.()
  const answer = await connection.gateway.read<{ item?: Stage[]; $metadata: object }>(
    () => new GetStagesCommand({ restApiId: apiId }),
    readPriority(connection, apiId, as),
  )
  const stages = (answer.item ?? []).map(seenStage)
  void tell?.(apiId, stages, true)
  return stages
}

/** @throws not_found */
export async function readStage(connection: AwsConnection, apiId: string, stage: string): Promise<SeenStage> {
  const found = (await readStages(connection, apiId)).find(({ name }) => name === stage)
  if (!found) throw notFound('stage', stage)
  return found
}

/** One stage as it is this moment, past the cache, with the priority of a write unless told. */
export async function readStageNow(
  connection: AwsConnection,
  apiId: string,
  stage: string,
  as: Priority = 'write',
): Promise<SeenStage> {
  const tell = connection.watchStages?.()
  const seen = seenStage(
    await connection.gateway.read<Stage & { $metadata: object }>(
      () => new GetStageCommand({ restApiId: apiId, stageName: stage }),
      as,
    ),
  )
  // What somebody else changed before is written down before a change of ours begins.
  await tell?.(apiId, [seen], false)
  return seen
}
