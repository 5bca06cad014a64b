import type { AwsOperation, StageTarget } from '@callboard/shared-types/changes/plan.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import {
  statusFilterName,
  statusMetricName,
  statusNamespace,
  type StatusFilter,
  type StatusPlace,
} from '../aws/status-metric.ts'

/** The operations that plans are made of, as data. Who sends them is `aws/operations.writer.ts`. */
const operation = (name: string, input: AwsOperation['input']): AwsOperation => ({
  service: 'apigateway',
  operation: name,
  input,
})

const stageOf = ({ apiId, stage }: StageTarget) => ({ restApiId: apiId, stageName: stage })

export const createDeployment = ({ apiId }: StageTarget, description: string): AwsOperation =>
  operation('CreateDeployment', { restApiId: apiId, description })

export const deleteDeployment = ({ apiId }: StageTarget, deploymentId: string): AwsOperation =>
  operation('DeleteDeployment', { restApiId: apiId, deploymentId })

/** What a stage is made with; what it can't take is left to an UpdateStage. */
export const createStage = (target: StageTarget, config: StageConfig, tags: Record<string, string>): AwsOperation =>
  operation('CreateStage', { ...stageOf(target), ...config, ...(Object.keys(tags).length > 0 && { tags }) })

export const deleteStage = (target: StageTarget): AwsOperation => operation('DeleteStage', stageOf(target))

export const updateStage = (target: StageTarget, patchOperations: unknown): AwsOperation =>
  operation('UpdateStage', { ...stageOf(target), patchOperations })

export const putMetricAlarm = (input: { AlarmName: string }): AwsOperation => ({
  service: 'cloudwatch',
  operation: 'PutMetricAlarm',
  input,
})

export const deleteAlarms = (names: string[]): AwsOperation => ({
  service: 'cloudwatch',
  operation: 'DeleteAlarms',
  input: { AlarmNames: names },
})

/** Counts the lines that the pattern takes; a minute with lines of which it takes none counts as 0. */
export const putStatusFilter = (
  place: StatusPlace,
  status: string,
  { logGroup, pattern }: StatusFilter,
): AwsOperation => ({
  service: 'logs',
  operation: 'PutMetricFilter',
  input: {
    logGroupName: logGroup,
    filterName: statusFilterName(place, status),
    filterPattern: pattern,
    metricTransformations: [
      {
        metricName: statusMetricName(place, status),
        metricNamespace: statusNamespace,
        metricValue: '1',
        defaultValue: 0,
      },
    ],
  },
})

export const deleteStatusFilter = (place: StatusPlace, status: string, { logGroup }: StatusFilter): AwsOperation => ({
  service: 'logs',
  operation: 'DeleteMetricFilter',
  input: { logGroupName: logGroup, filterName: statusFilterName(place, status) },
})

/** @param days undefined: for ever */
export const setRetention = (logGroupName: string, days: number | undefined): AwsOperation => ({
  service: 'logs',
  operation: days === undefined ? 'DeleteRetentionPolicy' : 'PutRetentionPolicy',
  input: { logGroupName, ...(days === undefined ? {} : { retentionInDays: days }) },
})

/** An operation on a thing of the account, such as a key or a plan. */
export const accountOperation = operation

/** What AWS acknowledges without leaving anything to see afterwards: a lost answer stays unclear. */
const tracelessOperations = ['FlushStageCache', 'FlushStageAuthorizersCache'] as const
export type TracelessOperation = (typeof tracelessOperations)[number]

/** The same of keys and plans: what is left of a quota moves with each call, and looking leaves nothing. */
const tracelessOfAccount = ['GetApiKey', 'ImportApiKeys', 'UpdateUsage']

export const isTraceless = (of: AwsOperation): boolean =>
  [...tracelessOperations, ...tracelessOfAccount].includes(of.operation)

export const traceless = (target: StageTarget, name: TracelessOperation): AwsOperation =>
  operation(name, stageOf(target))
