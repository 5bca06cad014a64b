import { GetExportCommand, type ExportResponse } from '@aws-sdk/client-api-gateway'
import { AppError } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readStageNow } from './stages.reader.ts'

interface Deployed {
  apiId: string
  stage: string
  deploymentId: string
}

/**
 * The definition that a stage runs: its deployment's, with AWS's own fields (OpenAPI 3). AWS exports what a stage's base
 * runs; a canary's deployment it doesn't.
 * @throws moved where the stage went to another deployment meanwhile, and what AWS answers
 */
export async function exportDefinition(
  connection: AwsConnection,
  { apiId, stage, deploymentId }: Deployed,
  as: Priority = 'read',
): Promise<unknown> {
  const { body } = await connection.gateway.read<ExportResponse & { $metadata: object }>(
    () =>
      new GetExportCommand({
        restApiId: apiId,
        stageName: stage,
        exportType: 'oas30',
        accepts: 'application/json',
        parameters: { extensions: 'apigateway' },
      }),
    as,
  )
  // An export is asked for by the stage's name: it is the deployment's only if the stage still runs that one.
  const { config } = await readStageNow(connection, apiId, stage, as === 'background' ? as : 'write')
  if (config.deploymentId !== deploymentId)
    throw new AppError('moved', 'The stage went to another deployment a moment ago', { fields: [], plan: null })
  return parsed(body)
}

/**
 * What is wanted of the definition that a stage runs. A deployment never changes, so it's asked for once; only what
 * `derive` makes of the document is kept.
 * @param name of what is derived
 * @throws as exportDefinition
 */
export const readFromDefinition = <T>(
  connection: AwsConnection,
  deployed: Deployed,
  name: string,
  derive: (document: unknown) => T,
): Promise<T> =>
  connection.cache.read(`definitions/${deployed.apiId}`, `${deployed.deploymentId}/${name}`, Infinity, async () =>
    derive(await exportDefinition(connection, deployed)),
  )

function parsed(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    const awsSentence = "This server's export isn't JSON"
    const data = { operation: 'GetExport', awsName: 'NoDocument', awsSentence, requestId: null }
    throw new AppError('aws_refused', awsSentence, data)
  }
}
