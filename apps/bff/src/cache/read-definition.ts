import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { readFromDefinition } from '../aws/exports.reader.ts'
import { AppError } from '../lib/errors.ts'
import { findCacheKeys, type DefinedCaching } from './find-cache-keys.ts'

/** What the deployed definition says of caching; null where it can't be read, which is no reason to show nothing. */
export async function readDefinedCaching(
  connection: AwsConnection,
  { apiId, stage }: { apiId: string; stage: string },
  { deploymentId }: StageConfig,
): Promise<DefinedCaching | null> {
  if (!deploymentId) return null
  try {
    return await readFromDefinition(connection, { apiId, stage, deploymentId }, 'cache keys', findCacheKeys)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
