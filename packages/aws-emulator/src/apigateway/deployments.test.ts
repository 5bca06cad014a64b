import {
  CreateDeploymentCommand,
  CreateRestApiCommand,
  DeleteDeploymentCommand,
  DeleteMethodCommand,
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetStageCommand,
  PutMethodCommand,
  UpdateDeploymentCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { patch, putMock, replace, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway } = await emulated()
  const api = await smallApi(apiGateway)
  const deploy = (more = {}) => apiGateway.send(new CreateDeploymentCommand({ restApiId: api.restApiId, ...more }))
  return { apiGateway, api, deploy }
}

test('a deployment has an id and a date, a description only if given', async () => {
  const { deploy } = await started()
  const { $metadata, ...bare } = await deploy()
  expect($metadata.httpStatusCode).toBe(201)
  expect(bare).toEqual({ id: expect.stringMatching(/^[a-z0-9]{6}$/), createdDate: new Date(testStart) })
  expect(await deploy({ description: 'pets 2' })).toMatchObject({ description: 'pets 2' })
})

test('it holds what the API was, and summarises it when asked', async () => {
  const { apiGateway, api } = await started()
  const { restApiId, deploymentId } = api
  await apiGateway.send(new DeleteMethodCommand({ restApiId, resourceId: api.petsId, httpMethod: 'GET' }))
  await putMock(apiGateway, { restApiId, resourceId: api.rootId, httpMethod: 'POST' })
  const embed = ['apisummary']
  const read = await apiGateway.send(new GetDeploymentCommand({ restApiId, deploymentId, embed }))
  expect(read.apiSummary).toEqual({ '/pets': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } })
  expect(await apiGateway.send(new GetDeploymentCommand({ restApiId, deploymentId }))).not.toHaveProperty('apiSummary')
})

test('with a new stage name it makes the stage, with a known one it moves it', async () => {
  const { apiGateway, api, deploy } = await started()
  const asked = { stageName: 's9', stageDescription: 'nine', variables: { a: '1' }, tracingEnabled: true }
  const { id: first } = await deploy(asked)
  const read = () => apiGateway.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 's9' }))
  expect(await read()).toMatchObject({
    deploymentId: first,
    description: 'nine',
    variables: { a: '1' },
    tracingEnabled: true,
  })
  const { id: second } = await deploy({ stageName: 's9' })
  expect(await read()).toMatchObject({ deploymentId: second, variables: { a: '1' }, tracingEnabled: true })
})

test('an API without methods, or with one that leads nowhere, is not deployed', async () => {
  const { apiGateway, api, deploy } = await started()
  const empty = await apiGateway.send(new CreateRestApiCommand({ name: 'empty' }))
  await expect(deploy({ restApiId: empty.id })).rejects.toThrow("The REST API doesn't contain any methods")
  const method = { restApiId: api.restApiId, resourceId: api.rootId, httpMethod: 'PUT', authorizationType: 'NONE' }
  await apiGateway.send(new PutMethodCommand(method))
  await expect(deploy()).rejects.toThrow('No integration defined for method')
})

test('the one in use stays, by a stage or by a canary; any other goes', async () => {
  const { apiGateway, api, deploy } = await started()
  const { restApiId } = api
  const drop = (deploymentId = '') => apiGateway.send(new DeleteDeploymentCommand({ restApiId, deploymentId }))
  const active = 'Active stages pointing to this deployment must be moved or deleted'
  await expect(drop(api.deploymentId)).rejects.toMatchObject({ name: 'BadRequestException', message: active })
  const { id = '' } = await deploy()
  await patch(apiGateway, api, replace('/canarySettings/deploymentId', id))
  await expect(drop(id)).rejects.toThrow(active)
  await patch(apiGateway, api, { op: 'remove', path: '/canarySettings' })
  expect((await drop(id)).$metadata.httpStatusCode).toBe(202)
  await expect(drop(id)).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Deployment identifier specified',
  })
})

test('only the description changes', async () => {
  const { apiGateway, api } = await started()
  const update = (path: string) => {
    const patchOperations = [replace(path, 'new')]
    return apiGateway.send(new UpdateDeploymentCommand({ ...api, patchOperations }))
  }
  expect(await update('/description')).toMatchObject({ id: api.deploymentId, description: 'new' })
  await expect(update('/id')).rejects.toThrow('Invalid patch path /id')
})

test('lists come in pages of 25 unless asked otherwise', async () => {
  const { apiGateway, api, deploy } = await started()
  for (let count = 1; count < 30; count++) await deploy()
  const { restApiId } = api
  const list = (position?: string, limit?: number) =>
    apiGateway.send(new GetDeploymentsCommand({ restApiId, position, limit }))
  const first = await list()
  expect(first.items).toHaveLength(25)
  const last = await list(first.position)
  expect(last.items).toHaveLength(5)
  expect(last.position).toBeUndefined()
  expect((await list(undefined, 500)).items).toHaveLength(30)
  expect((await list(undefined, -1)).items).toEqual([])
  await expect(list('not ours')).rejects.toMatchObject({ name: 'BadRequestException' })
})
