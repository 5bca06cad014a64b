import {
  CreateDeploymentCommand,
  DeleteDeploymentCommand,
  type CreateDeploymentRequest,
  type DeleteDeploymentRequest,
  type Deployment,
} from '@aws-sdk/client-api-gateway'
import type { AwsConnection } from './connections.ts'
import type { WriteCapability } from './write-capability.ts'

/** Makes a deployment that no stage runs yet. @returns AWS's request id and the deployment's. @throws CallFailed */
export async function createDeployment(
  may: WriteCapability,
  connection: AwsConnection,
  input: CreateDeploymentRequest,
  invocationId: string,
): Promise<{ requestId: string | null; created: string | undefined }> {
  const answer = await connection.gateway.write<Deployment & { $metadata: { requestId?: string } }>(
    may,
    () => new CreateDeploymentCommand(input),
    invocationId,
  )
  return { requestId: answer.$metadata.requestId ?? null, created: answer.id }
}

/** AWS refuses it while a stage runs it. @returns AWS's request id @throws CallFailed */
export async function deleteDeployment(
  may: WriteCapability,
  connection: AwsConnection,
  input: DeleteDeploymentRequest,
  invocationId: string,
): Promise<{ requestId: string | null }> {
  const answer = await connection.gateway.write<{ $metadata: { requestId?: string } }>(
    may,
    () => new DeleteDeploymentCommand(input),
    invocationId,
  )
  return { requestId: answer.$metadata.requestId ?? null }
}
