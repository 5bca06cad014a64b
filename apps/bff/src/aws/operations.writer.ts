import * as sdk from '@aws-sdk/client-api-gateway'
import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { AwsConnection } from './connections.ts'
import type { WriteCapability } from './write-capability.ts'

/** The writes that a plan can hold, by AWS's name of the operation. */
const commands = {
  CreateDeployment: (input) => new sdk.CreateDeploymentCommand(input as sdk.CreateDeploymentRequest),
  CreateStage: (input) => new sdk.CreateStageCommand(input as sdk.CreateStageRequest),
  DeleteDeployment: (input) => new sdk.DeleteDeploymentCommand(input as sdk.DeleteDeploymentRequest),
  DeleteStage: (input) => new sdk.DeleteStageCommand(input as sdk.DeleteStageRequest),
  FlushStageAuthorizersCache: (input) =>
    new sdk.FlushStageAuthorizersCacheCommand(input as sdk.FlushStageAuthorizersCacheRequest),
  FlushStageCache: (input) => new sdk.FlushStageCacheCommand(input as sdk.FlushStageCacheRequest),
  TagResource: (input) => new sdk.TagResourceCommand(input as sdk.TagResourceRequest),
  UntagResource: (input) => new sdk.UntagResourceCommand(input as sdk.UntagResourceRequest),
  UpdateStage: (input) => new sdk.UpdateStageCommand(input as sdk.UpdateStageRequest),
} satisfies Record<string, (input: unknown) => object>

/** AWS's request id, and the id of what was made, if anything was. */
interface Sent {
  requestId: string | null
  created: string | undefined
}

/** Sends one operation of a plan. @throws CallFailed */
export async function sendOperation(
  may: WriteCapability,
  { gateway }: AwsConnection,
  { operation, input }: AwsOperation,
  invocationId: string,
): Promise<Sent> {
  if (!(operation in commands)) throw new Error(`No writer sends ${operation}`)
  const answer = await gateway.write<{ id?: string; $metadata: { requestId?: string } }>(
    may,
    () => commands[operation as keyof typeof commands](input),
    invocationId,
  )
  return { requestId: answer.$metadata.requestId ?? null, created: answer.id }
}
