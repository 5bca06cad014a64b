import type { CreateDeploymentRequest, DeleteDeploymentRequest, UpdateStageRequest } from '@aws-sdk/client-api-gateway'
import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { AwsConnection } from './connections.ts'
import { createDeployment, deleteDeployment } from './deployments.writer.ts'
import { updateStage } from './stages.writer.ts'
import type { WriteCapability } from './write-capability.ts'

/** The writes that a plan can hold, by AWS's name of the operation. */
const writers = {
  CreateDeployment: (may, connection, input, invocationId) =>
    createDeployment(may, connection, input as unknown as CreateDeploymentRequest, invocationId),
  DeleteDeployment: (may, connection, input, invocationId) =>
    deleteDeployment(may, connection, input as unknown as DeleteDeploymentRequest, invocationId),
  UpdateStage: (may, connection, input, invocationId) =>
    updateStage(may, connection, input as unknown as UpdateStageRequest, invocationId),
} satisfies Record<string, Writer>

/** AWS's request id, and the id of what was made, if anything was. */
interface Sent {
  requestId: string | null
  created?: string | undefined
}

type Writer = (
  may: WriteCapability,
  connection: AwsConnection,
  input: AwsOperation['input'],
  invocationId: string,
) => Promise<Sent>

/** Sends one operation of a plan. @throws CallFailed */
export function sendOperation(
  may: WriteCapability,
  connection: AwsConnection,
  { operation, input }: AwsOperation,
  invocationId: string,
): Promise<Sent> {
  if (!(operation in writers)) throw new Error(`No writer sends ${operation}`)
  return writers[operation as keyof typeof writers](may, connection, input, invocationId)
}
