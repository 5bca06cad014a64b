import * as sdk from '@aws-sdk/client-api-gateway'
import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { AwsConnection } from './connections.ts'
import type { WriteCapability } from './write-capability.ts'

/** The writes that a plan can hold, by AWS's name of the operation. */
const commands = {
  CreateApiKey: (input) => new sdk.CreateApiKeyCommand(input as sdk.CreateApiKeyRequest),
  CreateDeployment: (input) => new sdk.CreateDeploymentCommand(input as sdk.CreateDeploymentRequest),
  CreateStage: (input) => new sdk.CreateStageCommand(input as sdk.CreateStageRequest),
  CreateUsagePlan: (input) => new sdk.CreateUsagePlanCommand(input as sdk.CreateUsagePlanRequest),
  CreateUsagePlanKey: (input) => new sdk.CreateUsagePlanKeyCommand(input as sdk.CreateUsagePlanKeyRequest),
  DeleteApiKey: (input) => new sdk.DeleteApiKeyCommand(input as sdk.DeleteApiKeyRequest),
  DeleteDeployment: (input) => new sdk.DeleteDeploymentCommand(input as sdk.DeleteDeploymentRequest),
  DeleteStage: (input) => new sdk.DeleteStageCommand(input as sdk.DeleteStageRequest),
  DeleteUsagePlan: (input) => new sdk.DeleteUsagePlanCommand(input as sdk.DeleteUsagePlanRequest),
  DeleteUsagePlanKey: (input) => new sdk.DeleteUsagePlanKeyCommand(input as sdk.DeleteUsagePlanKeyRequest),
  FlushStageAuthorizersCache: (input) =>
    new sdk.FlushStageAuthorizersCacheCommand(input as sdk.FlushStageAuthorizersCacheRequest),
  FlushStageCache: (input) => new sdk.FlushStageCacheCommand(input as sdk.FlushStageCacheRequest),
  /** Without the value: that it was asked for is what the change's rows tell. */
  GetApiKey: (input) => new sdk.GetApiKeyCommand(input as sdk.GetApiKeyRequest),
  ImportApiKeys: (input) => {
    const { body, ...rest } = input as { body: string } & Omit<sdk.ImportApiKeysRequest, 'body'>
    return new sdk.ImportApiKeysCommand({ ...rest, body: new TextEncoder().encode(body) })
  },
  TagResource: (input) => new sdk.TagResourceCommand(input as sdk.TagResourceRequest),
  UntagResource: (input) => new sdk.UntagResourceCommand(input as sdk.UntagResourceRequest),
  UpdateApiKey: (input) => new sdk.UpdateApiKeyCommand(input as sdk.UpdateApiKeyRequest),
  UpdateStage: (input) => new sdk.UpdateStageCommand(input as sdk.UpdateStageRequest),
  UpdateUsage: (input) => new sdk.UpdateUsageCommand(input as sdk.UpdateUsageRequest),
  UpdateUsagePlan: (input) => new sdk.UpdateUsagePlanCommand(input as sdk.UpdateUsagePlanRequest),
} satisfies Record<string, (input: unknown) => object>

/** Those whose answer's id is that of something new. */
const making = new Set(['CreateApiKey', 'CreateDeployment', 'CreateUsagePlan'])

/** AWS's request id, and the id of what was made, if anything was. */
interface Sent {
  requestId: string | null
  created: string | undefined
}

/** Sends one operation of a plan. @throws CallFailed */
export async function sendOperation(
  may: WriteCapability,
  { gateway, planUpdates }: AwsConnection,
  { operation, input }: AwsOperation,
  invocationId: string,
): Promise<Sent> {
  if (!(operation in commands)) throw new Error(`No writer sends ${operation}`)
  if (operation === 'UpdateUsagePlan') await planUpdates.turn(String(input['usagePlanId']))
  const answer = await gateway.write<{ id?: string; $metadata: { requestId?: string } }>(
    may,
    () => commands[operation as keyof typeof commands](input),
    invocationId,
  )
  const created = making.has(operation) ? answer.id : undefined
  return { requestId: answer.$metadata.requestId ?? null, created }
}
