import type { VariableUses } from '@callboard/shared-types/variables/variables.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { readFromDefinition } from '../aws/exports.reader.ts'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { AppError } from '../lib/errors.ts'
import { findUses } from './find-uses.ts'

interface FoundUses {
  uses: VariableUses | null
  /** Why they aren't known, or null. */
  usesUnknown: string | null
}

/** Where the deployed definition names variables; that it can't be read is no reason to show nothing. */
export async function readUses(
  connection: AwsConnection,
  { apiId, stage }: { apiId: string; stage: string },
  { deploymentId }: StageConfig,
): Promise<FoundUses> {
  if (!deploymentId) return { uses: null, usesUnknown: 'The stage runs no deployment.' }
  try {
    const uses = await readFromDefinition(connection, { apiId, stage, deploymentId }, 'variable uses', findUses)
    return { uses, usesUnknown: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { uses: null, usesUnknown: error.message }
  }
}
