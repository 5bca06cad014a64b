import {
  GetDeploymentsCommand,
  GetRestApisCommand,
  GetStageCommand,
  UpdateStageCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { fetchStages } from '../src/aws/stages.reader.ts'
import type { TestApp } from './test-app.ts'

/** Where one of the demo world's stages is, and what it can be rolled back to, newest first. */
export async function demoStage({ aws }: Pick<TestApp, 'aws'>, apiName: string, stage: string) {
  const { items } = await aws.send(new GetRestApisCommand({}))
  const apiId = items!.find(({ name }) => name === apiName)!.id!
  const deployments = (await aws.send(new GetDeploymentsCommand({ restApiId: apiId, limit: 500 }))).items!
  const address = { connection: 'demo', kind: 'rest' as const, apiId, stage }
  const read = () => aws.send(new GetStageCommand({ restApiId: apiId, stageName: stage }))
  return {
    address,
    /** The stage as the SDK sees it, past the BFF. */
    read,
    /** A change from outside, past the BFF. */
    patch: (...patchOperations: PatchOperation[]) =>
      aws.send(new UpdateStageCommand({ restApiId: apiId, stageName: stage, patchOperations })),
    deployments: deployments.toSorted((a, b) => b.createdDate!.getTime() - a.createdDate!.getTime()),
    idOf: (label: string) => deployments.find(({ description }) => description?.startsWith(label))!.id!,
  }
}

/** Looks at the stages of an API as an open page does, or the job that watches them, and waits until that's written down. */
export async function lookAtStages({ app: { services } }: Pick<TestApp, 'app'>, apiId: string): Promise<void> {
  await fetchStages(services.connections.get('demo'), apiId, 'read')
  await services.outside.settled()
}
