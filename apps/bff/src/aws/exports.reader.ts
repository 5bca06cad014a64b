import { GetExportCommand, type ExportResponse } from '@aws-sdk/client-api-gateway'
import { AppError } from '../lib/errors.ts'
import type { AwsConnection } from './connections.ts'
import { readStageNow } from './stages.reader.ts'

interface Deployed {
  apiId: string
  stage: string
  deploymentId: string
}

/**
 * What is wanted of the definition that a stage runs: its deployment's, with AWS's own fields (OpenAPI 3). A deployment
 * never changes, so it's asked for once; only what `derive` makes of the document is kept.
 * @param name of what is derived
 * @throws moved where the stage went to another deployment meanwhile, and what AWS answers
 */
export const readFromDefinition = <T>(
  connection: AwsConnection,
  { apiId, stage, deploymentId }: Deployed,
  name: string,
  derive: (document: unknown) => T,
): Promise<T> =>
  connection.cache.read(`definitions/${apiId}`, `${deploymentId}/${name}`, Infinity, async () => {
    const { body } = await connection.gateway.read<ExportResponse & { $metadata: object }>(
      () =>
        new GetExportCommand({
          restApiId: apiId,
          stageName: stage,
          exportType: 'oas30',
          accepts: 'application/json',
          parameters: { extensions: 'apigateway' },
        }),
    )
    // An export is asked for by the stage's name: it is the deployment's only if the stage still runs that one.
    const { config } = await readStageNow(connection, apiId, stage)
    if (config.deploymentId !== deploymentId)
      throw new AppError('moved', 'The stage went to another deployment a moment ago', { fields: [], plan: null })
    return derive(parsed(body))
  })

function parsed(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    const awsSentence = "This server's export isn't JSON"
    const data = { operation: 'GetExport', awsName: 'NoDocument', awsSentence, requestId: null }
    throw new AppError('aws_refused', awsSentence, data)
  }
}
