import {
  CreateStageCommand,
  DeleteStageCommand,
  FlushStageAuthorizersCacheCommand,
  FlushStageCacheCommand,
  GetStageCommand,
  GetStagesCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { patch, replace, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway, direct, url } = await emulated()
  const api = await smallApi(apiGateway)
  const { restApiId, deploymentId } = api
  const create = (more = {}) =>
    apiGateway.send(new CreateStageCommand({ restApiId, deploymentId, stageName: 's2', ...more }))
  return { apiGateway, direct, url, api, create }
}

test('a new stage has the recorded shape, and nothing else', async () => {
  const { create, api } = await started()
  const { $metadata, ...stage } = await create()
  expect($metadata.httpStatusCode).toBe(201)
  expect(stage).toEqual({
    stageName: 's2',
    deploymentId: api.deploymentId,
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    tracingEnabled: false,
    createdDate: new Date(testStart),
    lastUpdatedDate: new Date(testStart),
  })
})

test('it takes what CreateStage can bring', async () => {
  const { create } = await started()
  const asked = {
    description: 'two',
    documentationVersion: 'v123',
    variables: { a: '1' },
    tracingEnabled: true,
    cacheClusterEnabled: true,
    cacheClusterSize: '1.6',
    tags: { team: 'x' },
  } as const
  expect(await create(asked)).toMatchObject({ ...asked, cacheClusterStatus: 'CREATE_IN_PROGRESS' })
})

test('names, duplicates, deployments, variables and sizes are checked', async () => {
  const { create } = await started()
  await expect(create({ stageName: 's1' })).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Stage already exists',
  })
  await expect(create({ stageName: 'a b' })).rejects.toThrow('Stage name only allows a-zA-Z0-9_')
  await expect(create({ deploymentId: 'gone' })).rejects.toThrow('Deployment id does not exist')
  await expect(create({ variables: { 'a:b': 'x' } })).rejects.toThrow('Invalid stage variable name: a:b.')
  await expect(create({ cacheClusterSize: '3' })).rejects.toThrow(
    "1 validation error detected: Value '3' at 'createStageInput.cacheClusterSize' failed to satisfy constraint: Member must satisfy enum value set: [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]",
  )
})

test('stages are listed whole, or by deployment', async () => {
  const { apiGateway, api, create } = await started()
  await create()
  const list = (deploymentId?: string) =>
    apiGateway.send(new GetStagesCommand({ restApiId: api.restApiId, deploymentId }))
  expect((await list()).item?.map(({ stageName }) => stageName)).toEqual(['s1', 's2'])
  expect((await list(api.deploymentId)).item).toHaveLength(2)
  expect((await list('other')).item).toEqual([])
})

test('a stage that is gone is not found', async () => {
  const { apiGateway, api } = await started()
  expect((await apiGateway.send(new DeleteStageCommand(api))).$metadata.httpStatusCode).toBe(202)
  await expect(apiGateway.send(new GetStageCommand(api))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid stage identifier specified',
  })
})

test('a flush shows while it lasts, and does nothing without a cluster', async () => {
  const { apiGateway, api, direct } = await started()
  const flush = () => apiGateway.send(new FlushStageCacheCommand(api))
  const status = async () => (await apiGateway.send(new GetStageCommand(api))).cacheClusterStatus
  expect((await flush()).$metadata.httpStatusCode).toBe(202)
  expect(await status()).toBe('NOT_AVAILABLE')
  await patch(apiGateway, api, replace('/cacheClusterEnabled', 'true'))
  await direct('POST', 'clock', { advanceSeconds: 10 })
  await flush()
  expect(await status()).toBe('FLUSH_IN_PROGRESS')
  await direct('POST', 'clock', { advanceSeconds: 10 })
  expect(await status()).toBe('AVAILABLE')
  expect((await apiGateway.send(new FlushStageAuthorizersCacheCommand(api))).$metadata.httpStatusCode).toBe(202)
})

test('tags come and go by their own calls', async () => {
  const { apiGateway, api } = await started()
  const resourceArn = `arn:aws:apigateway:eu-central-1::/restapis/${api.restApiId}/stages/s1`
  const read = async () => (await apiGateway.send(new GetTagsCommand({ resourceArn }))).tags
  expect(await read()).toEqual({})
  await apiGateway.send(new TagResourceCommand({ resourceArn, tags: { a: '1', b: '2', c: '3' } }))
  await apiGateway.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a', 'b'] }))
  expect(await read()).toEqual({ c: '3' })
  expect(await apiGateway.send(new GetStageCommand(api))).toMatchObject({ tags: { c: '3' } })
  const bad = { resourceArn, tags: { 'aws:x': '1' } }
  await expect(apiGateway.send(new TagResourceCommand(bad))).rejects.toMatchObject({ name: 'BadRequestException' })
  const nowhere = 'arn:aws:apigateway:eu-central-1::/restapis/none/stages/s1'
  await expect(apiGateway.send(new GetTagsCommand({ resourceArn: nowhere }))).rejects.toThrow(
    'Invalid API identifier specified 111122223333:none',
  )
})

test('doubles and dates go over the wire as recorded', async () => {
  const { apiGateway, api, url } = await started()
  await patch(apiGateway, api, replace('/canarySettings/percentTraffic', '50'), replace('/*/*/metrics/enabled', 'true'))
  const authorization = 'AWS4-HMAC-SHA256 Credential=111122223333/20260115/eu-central-1/apigateway/aws4_request'
  const answer = await fetch(`${url}/restapis/${api.restApiId}/stages/s1`, { headers: { authorization } })
  const text = await answer.text()
  expect(text).toContain('"percentTraffic":50.0')
  expect(text).toContain('"throttlingRateLimit":10000.0')
  expect(text).toContain(`"createdDate":${testStart / 1000}`)
})
