import { UpdateStageCommand, type Stage, type UpdateStageRequest } from '@aws-sdk/client-api-gateway'
import type { AwsConnection } from './connections.ts'
import type { WriteCapability } from './write-capability.ts'

/** Sends one UpdateStage. @returns AWS's request id. @throws CallFailed */
export async function updateStage(
  may: WriteCapability,
  connection: AwsConnection,
  input: UpdateStageRequest,
  invocationId: string,
): Promise<{ requestId: string | null }> {
  const answer = await connection.gateway.write<Stage & { $metadata: { requestId?: string } }>(
    may,
    () => new UpdateStageCommand(input),
    invocationId,
  )
  return { requestId: answer.$metadata.requestId ?? null }
}
