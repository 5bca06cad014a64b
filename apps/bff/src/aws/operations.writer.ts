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
    CreateDeployment: (input) => new gateway.CreateDeploymentCommand(input as gateway.CreateDeploymentRequest),
    CreateStage: (input) => new gateway.CreateStageCommand(input as gateway.CreateStageRequest),
    DeleteDeployment: (input) => new gateway.DeleteDeploymentCommand(input as gateway.DeleteDeploymentRequest),
    DeleteStage: (input) => new gateway.DeleteStageCommand(input as gateway.DeleteStageRequest),
    FlushStageAuthorizersCache: (input) =>
      new gateway.FlushStageAuthorizersCacheCommand(input as gateway.FlushStageAuthorizersCacheRequest),
    FlushStageCache: (input) => new gateway.FlushStageCacheCommand(input as gateway.FlushStageCacheRequest),
    TagResource: (input) => new gateway.TagResourceCommand(input as gateway.TagResourceRequest),
    UntagResource: (input) => new gateway.UntagResourceCommand(input as gateway.UntagResourceRequest),
    UpdateStage: (input) => new gateway.UpdateStageCommand(input as gateway.UpdateStageRequest),
  },
  cloudwatch: {
    DeleteAlarms: (input) => new cloudwatch.DeleteAlarmsCommand(input as cloudwatch.DeleteAlarmsInput),
    PutMetricAlarm: (input) => new cloudwatch.PutMetricAlarmCommand(input as cloudwatch.PutMetricAlarmInput),
  },
  logs: {
    DeleteRetentionPolicy: (input) => new logs.DeleteRetentionPolicyCommand(input as logs.DeleteRetentionPolicyRequest),
    PutRetentionPolicy: (input) => new logs.PutRetentionPolicyCommand(input as logs.PutRetentionPolicyRequest),
  },
}

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
  const calls = { apigateway: connection.gateway, cloudwatch: connection.metrics, logs: connection.logs }[service]
  const answer = await calls.write<{ id?: string; $metadata: { requestId?: string } }>(
    may,
    () => command(input),
    invocationId,
  )
  return { requestId: answer.$metadata.requestId ?? null, created: answer.id }
}
