import type { AwsOperation, Target } from '@callboard/shared-types/changes/plan.schemas'
import { stageArn } from '../aws/tag-patch.ts'

/** The operations that plans are made of, as data. Who sends them is `aws/operations.writer.ts`. */
const operation = (name: string, input: AwsOperation['input']): AwsOperation => ({
  service: 'apigateway',
  operation: name,
  input,
})

const stageOf = ({ apiId, stage }: Target) => ({ restApiId: apiId, stageName: stage })
const arnOf = ({ region, apiId, stage }: Target) => stageArn(region, apiId, stage)

export const createDeployment = ({ apiId }: Target, description: string): AwsOperation =>
  operation('CreateDeployment', { restApiId: apiId, description })

export const deleteDeployment = ({ apiId }: Target, deploymentId: string): AwsOperation =>
  operation('DeleteDeployment', { restApiId: apiId, deploymentId })

export const updateStage = (target: Target, patchOperations: unknown): AwsOperation =>
  operation('UpdateStage', { ...stageOf(target), patchOperations })

export const tagResource = (target: Target, tags: Record<string, string>): AwsOperation =>
  operation('TagResource', { resourceArn: arnOf(target), tags })

export const untagResource = (target: Target, tagKeys: string[]): AwsOperation =>
  operation('UntagResource', { resourceArn: arnOf(target), tagKeys })

/** What AWS acknowledges without leaving anything to see afterwards: a lost answer stays unclear. */
const tracelessOperations = ['FlushStageCache', 'FlushStageAuthorizersCache'] as const
export type TracelessOperation = (typeof tracelessOperations)[number]

export const isTraceless = (of: AwsOperation): boolean =>
  (tracelessOperations as readonly string[]).includes(of.operation)

export const traceless = (target: Target, name: TracelessOperation): AwsOperation => operation(name, stageOf(target))
