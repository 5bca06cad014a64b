import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  type APIGatewayClient,
  type PatchOperation,
  UpdateAccountCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway'

export type SmallApi = { restApiId: string; rootId: string; petsId: string; deploymentId: string; stageName: string }

/** An API with a MOCK at `GET /pets`, deployed to the stage `s1`, and an account that may log. */
export async function smallApi(client: APIGatewayClient, name = 'pets'): Promise<SmallApi> {
  const api = await client.send(new CreateRestApiCommand({ name }))
  const restApiId = api.id ?? ''
  const rootId = api.rootResourceId ?? ''
  const pets = await client.send(new CreateResourceCommand({ restApiId, parentId: rootId, pathPart: 'pets' }))
  await putMock(client, { restApiId, resourceId: pets.id ?? '', httpMethod: 'GET' })
  const { id: deploymentId = '' } = await client.send(new CreateDeploymentCommand({ restApiId }))
  await client.send(new CreateStageCommand({ restApiId, stageName: 's1', deploymentId }))
  await client.send(new UpdateAccountCommand({ patchOperations: [replace('/cloudwatchRoleArn', roleArn)] }))
  return { restApiId, rootId, petsId: pets.id ?? '', deploymentId, stageName: 's1' }
}

const roleArn = 'arn:aws:iam::111122223333:role/logs'

type MethodAddress = { restApiId: string; resourceId: string; httpMethod: string }

export async function putMock(client: APIGatewayClient, method: MethodAddress, status = '200'): Promise<void> {
  await client.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
  await client.send(new PutMethodResponseCommand({ ...method, statusCode: status }))
  const requestTemplates = { 'application/json': `{"statusCode": ${status}}` }
  await client.send(new PutIntegrationCommand({ ...method, type: 'MOCK', requestTemplates }))
  const responseTemplates = { 'application/json': '{"pets":[]}' }
  await client.send(new PutIntegrationResponseCommand({ ...method, statusCode: status, responseTemplates }))
}

/** `calls` is a function and its qualifier, such as `pets:${stageVariables.alias}`. */
export async function putFunction(client: APIGatewayClient, method: MethodAddress, calls: string, verb = 'POST') {
  await client.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
  const arn = `arn:aws:lambda:eu-central-1:111122223333:function:${calls}`
  const uri = `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${arn}/invocations`
  await client.send(new PutIntegrationCommand({ ...method, type: 'AWS_PROXY', integrationHttpMethod: verb, uri }))
}

export const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value })
export const remove = (path: string): PatchOperation => ({ op: 'remove', path })
export const copy = (from: string, path: string): PatchOperation => ({ op: 'copy', from, path })

export function patch(client: APIGatewayClient, { restApiId, stageName }: SmallApi, ...operations: PatchOperation[]) {
  return client.send(new UpdateStageCommand({ restApiId, stageName, patchOperations: operations }))
}
