import * as gateway from '@aws-sdk/client-api-gateway'
import * as cloudwatch from '@aws-sdk/client-cloudwatch'
import * as logs from '@aws-sdk/client-cloudwatch-logs'
import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { AwsConnection } from './connections.ts'
import type { WriteCapability } from './write-capability.ts'

type Commands = Record<string, (input: unknown) => object>

/** The writes that a plan can hold, by service and by AWS's name of the operation. */
const commands: Record<AwsOperation['service'], Commands> = {
  apigateway: {
    CreateApiKey: (input) => new gateway.CreateApiKeyCommand(input as gateway.CreateApiKeyRequest),
    CreateDeployment: (input) => new gateway.CreateDeploymentCommand(input as gateway.CreateDeploymentRequest),
    CreateStage: (input) => new gateway.CreateStageCommand(input as gateway.CreateStageRequest),
    CreateUsagePlan: (input) => new gateway.CreateUsagePlanCommand(input as gateway.CreateUsagePlanRequest),
    CreateUsagePlanKey: (input) => new gateway.CreateUsagePlanKeyCommand(input as gateway.CreateUsagePlanKeyRequest),
    DeleteApiKey: (input) => new gateway.DeleteApiKeyCommand(input as gateway.DeleteApiKeyRequest),
    DeleteDeployment: (input) => new gateway.DeleteDeploymentCommand(input as gateway.DeleteDeploymentRequest),
    DeleteStage: (input) => new gateway.DeleteStageCommand(input as gateway.DeleteStageRequest),
    DeleteUsagePlan: (input) => new gateway.DeleteUsagePlanCommand(input as gateway.DeleteUsagePlanRequest),
    DeleteUsagePlanKey: (input) => new gateway.DeleteUsagePlanKeyCommand(input as gateway.DeleteUsagePlanKeyRequest),
    FlushStageAuthorizersCache: (input) =>
      new gateway.FlushStageAuthorizersCacheCommand(input as gateway.FlushStageAuthorizersCacheRequest),
    FlushStageCache: (input) => new gateway.FlushStageCacheCommand(input as gateway.FlushStageCacheRequest),
    /** Without the value: that it was asked for is what the change's rows tell. */
    GetApiKey: (input) => new gateway.GetApiKeyCommand(input as gateway.GetApiKeyRequest),
    ImportApiKeys: (input) => {
      const { body, ...rest } = input as { body: string } & Omit<gateway.ImportApiKeysRequest, 'body'>
      return new gateway.ImportApiKeysCommand({ ...rest, body: new TextEncoder().encode(body) })
    },
    TagResource: (input) => new gateway.TagResourceCommand(input as gateway.TagResourceRequest),
    UntagResource: (input) => new gateway.UntagResourceCommand(input as gateway.UntagResourceRequest),
    UpdateApiKey: (input) => new gateway.UpdateApiKeyCommand(input as gateway.UpdateApiKeyRequest),
    UpdateStage: (input) => new gateway.UpdateStageCommand(input as gateway.UpdateStageRequest),
    UpdateUsage: (input) => new gateway.UpdateUsageCommand(input as gateway.UpdateUsageRequest),
    UpdateUsagePlan: (input) => new gateway.UpdateUsagePlanCommand(input as gateway.UpdateUsagePlanRequest),
  },
  cloudwatch: {
    DeleteAlarms: (input) => new cloudwatch.DeleteAlarmsCommand(input as cloudwatch.DeleteAlarmsInput),
    PutMetricAlarm: (input) => new cloudwatch.PutMetricAlarmCommand(input as cloudwatch.PutMetricAlarmInput),
  },
  logs: {
    DeleteMetricFilter: (input) => new logs.DeleteMetricFilterCommand(input as logs.DeleteMetricFilterRequest),
    DeleteRetentionPolicy: (input) => new logs.DeleteRetentionPolicyCommand(input as logs.DeleteRetentionPolicyRequest),
    PutMetricFilter: (input) => new logs.PutMetricFilterCommand(input as logs.PutMetricFilterRequest),
    PutRetentionPolicy: (input) => new logs.PutRetentionPolicyCommand(input as logs.PutRetentionPolicyRequest),
  },
}

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
  connection: AwsConnection,
  { service, operation, input }: AwsOperation,
  invocationId: string,
): Promise<Sent> {
  const command = Object.hasOwn(commands[service], operation) ? commands[service][operation] : undefined
  if (!command) throw new Error(`No writer sends ${service} ${operation}`)
  if (operation === 'UpdateUsagePlan') await connection.planUpdates.turn(String(input['usagePlanId']))
  const calls = { apigateway: connection.gateway, cloudwatch: connection.metrics, logs: connection.logs }[service]
  const answer = await calls.write<{ id?: string; $metadata: { requestId?: string } }>(
    may,
    () => command(input),
    invocationId,
  )
  const created = making.has(operation) ? answer.id : undefined
  return { requestId: answer.$metadata.requestId ?? null, created }
}
