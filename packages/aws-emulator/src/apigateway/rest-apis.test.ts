import {
  CreateResourceCommand,
  CreateRestApiCommand,
  DeleteResourceCommand,
  DeleteRestApiCommand,
  GetAccountCommand,
  GetIntegrationCommand,
  GetMethodCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetStageCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateAccountCommand,
  UpdateRestApiCommand,
  type CreateRestApiCommandInput,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { clientsOf, emulated, testStart } from '../testing/emulated.ts'
import { putMock, remove, replace, smallApi } from '../testing/small-api.ts'

const create = (more: Partial<CreateRestApiCommandInput> = {}) => new CreateRestApiCommand({ name: 'pets', ...more })

test('an API made by name only has the recorded shape', async () => {
  const { apiGateway } = await emulated()
  const { $metadata, ...api } = await apiGateway.send(create())
  expect($metadata.httpStatusCode).toBe(201)
  expect(api).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{10}$/),
    name: 'pets',
    createdDate: new Date(testStart),
    apiKeySource: 'HEADER',
    disableExecuteApiEndpoint: false,
    endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
    rootResourceId: expect.any(String),
  })
})

test('what it brings is checked with the recorded sentences', async () => {
  const { apiGateway } = await emulated()
  const refused = (more: Partial<CreateRestApiCommandInput>) => ({
    toThrow: (sentence: string) => expect(apiGateway.send(create(more))).rejects.toThrow(sentence),
  })
  await refused({ description: '' }).toThrow('Description cannot be an empty string')
  await refused({ minimumCompressionSize: 10485761 }).toThrow(
    'Invalid minimum compression size, must be between 0 and 10485760',
  )
  await refused({ endpointConfiguration: { types: [] } }).toThrow(
    'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.',
  )
  await refused({ endpointConfiguration: { types: ['EDGE', 'REGIONAL'] } }).toThrow(
    'Cannot create an api with multiple Endpoint Types.',
  )
  await refused({ endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } }).toThrow(
    'Only dualstack ipAddressType is supported for Private APIs.',
  )
  await refused({ endpointConfiguration: { types: ['NOPE' as 'EDGE'] } }).toThrow(
    'Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]',
  )
})

test('updates answer with tags, and refuse wrong paths and verbs as recorded', async () => {
  const { apiGateway } = await emulated()
  const { id: restApiId = '' } = await apiGateway.send(create())
  const update = (...patchOperations: PatchOperation[]) =>
    apiGateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }))
  const updated = await update(
    replace('/name', 'dogs'),
    replace('/description', 'd'),
    replace('/minimumCompressionSize', '10'),
    { op: 'add', path: '/binaryMediaTypes/image~1png' },
    replace('/endpointConfiguration/types/EDGE', 'REGIONAL'),
  )
  expect(updated).toMatchObject({
    name: 'dogs',
    description: 'd',
    minimumCompressionSize: 10,
    binaryMediaTypes: ['image/png'],
    endpointConfiguration: { types: ['REGIONAL'] },
    tags: {},
  })
  expect(await update(remove('/description'))).not.toHaveProperty('description')
  await expect(update(replace('/wrongPath', 'x'))).rejects.toThrow('Invalid patch path /wrongPath')
  await expect(update({ op: 'replace', value: 'x' })).rejects.toThrow('Invalid patch path null')
  await expect(update({ op: 'add', path: '/minimumCompressionSize', value: '1' })).rejects.toThrow(
    'Invalid patch operation specified. Must be one of: [replace]',
  )
})

test('an API that is gone takes all with it; ids are case-sensitive', async () => {
  const { apiGateway } = await emulated()
  const { restApiId } = await smallApi(apiGateway)
  await expect(apiGateway.send(new GetRestApiCommand({ restApiId: restApiId.toUpperCase() }))).rejects.toThrow(
    `Invalid API identifier specified 111122223333:${restApiId.toUpperCase()}`,
  )
  expect((await apiGateway.send(new DeleteRestApiCommand({ restApiId }))).$metadata.httpStatusCode).toBe(202)
  await expect(apiGateway.send(new GetStageCommand({ restApiId, stageName: 's1' }))).rejects.toMatchObject({
    name: 'NotFoundException',
  })
  expect((await apiGateway.send(new GetRestApisCommand({}))).items).toEqual([])
})

test('accounts and regions are worlds of their own', async () => {
  const { apiGateway, url } = await emulated()
  await apiGateway.send(create())
  const count = async (key: string, region?: string) => {
    const { apiGateway: other } = clientsOf(url, key, region)
    return (await other.send(new GetRestApisCommand({}))).items?.length
  }
  expect(await count('111122223333')).toBe(1)
  expect(await count('111122223333', 'us-east-1')).toBe(0)
  expect(await count('AKIAIOSFODNN7EXAMPLE')).toBe(0)
})

test('resources make a tree, name their verbs, and go with their children', async () => {
  const { apiGateway } = await emulated()
  const { restApiId, petsId } = await smallApi(apiGateway)
  const child = { restApiId, parentId: petsId, pathPart: '{petId}' }
  await apiGateway.send(new CreateResourceCommand(child))
  await expect(apiGateway.send(new CreateResourceCommand(child))).rejects.toMatchObject({ name: 'ConflictException' })
  const list = (embed?: string[]) => apiGateway.send(new GetResourcesCommand({ restApiId, embed, limit: 500 }))
  expect((await list()).items).toEqual([
    { id: expect.any(String), path: '/' },
    { id: petsId, path: '/pets', pathPart: 'pets', parentId: expect.any(String), resourceMethods: { GET: {} } },
    { id: expect.any(String), path: '/pets/{petId}', pathPart: '{petId}', parentId: petsId },
  ])
  const { items } = await list(['methods'])
  expect(items?.[1]?.resourceMethods?.['GET']).toMatchObject({ httpMethod: 'GET', methodIntegration: { type: 'MOCK' } })
  await apiGateway.send(new DeleteResourceCommand({ restApiId, resourceId: petsId }))
  expect((await list()).items).toHaveLength(1)
})

test('methods and integrations have the recorded defaults and refusals', async () => {
  const { apiGateway } = await emulated()
  const { restApiId, petsId: resourceId } = await smallApi(apiGateway)
  const method = { restApiId, resourceId, httpMethod: 'POST' }
  await apiGateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
  await expect(apiGateway.send(new GetIntegrationCommand(method))).rejects.toThrow(
    'Invalid Integration identifier specified',
  )
  const http = { ...method, type: 'HTTP', integrationHttpMethod: 'GET', uri: 'http://x.example' } as const
  const { $metadata: _, ...integration } = await apiGateway.send(new PutIntegrationCommand(http))
  expect(integration).toEqual({
    type: 'HTTP',
    httpMethod: 'GET',
    uri: 'http://x.example',
    connectionType: 'INTERNET',
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29000,
    cacheNamespace: resourceId,
    cacheKeyParameters: [],
  })
  const read = (more: object) => apiGateway.send(new GetMethodCommand({ ...method, ...more }))
  await expect(read({ httpMethod: 'PUT' })).rejects.toThrow('Invalid Method identifier specified')
  await expect(read({ httpMethod: '__proto__' })).rejects.toThrow('Invalid Method identifier specified')
  await expect(read({ restApiId: 'none' })).rejects.toThrow('Invalid Resource identifier specified')
  await expect(putMock(apiGateway, method)).rejects.toMatchObject({ name: 'ConflictException' })
})

test('the account has limits, and a role that must be one', async () => {
  const { apiGateway } = await emulated()
  const { $metadata: _, ...account } = await apiGateway.send(new GetAccountCommand({}))
  expect(account).toEqual({
    throttleSettings: { burstLimit: 5000, rateLimit: 10000 },
    features: ['UsagePlans'],
    apiKeyVersion: '4',
  })
  const update = (value: string) =>
    apiGateway.send(new UpdateAccountCommand({ patchOperations: [replace('/cloudwatchRoleArn', value)] }))
  await expect(update('nonsense')).rejects.toThrow('The role ARN does not have required permissions configured.')
  expect(await update('arn:aws:iam::111122223333:role/x')).toMatchObject({
    cloudwatchRoleArn: 'arn:aws:iam::111122223333:role/x',
  })
})

test('a clone consists of the same, under ids of its own', async () => {
  const { apiGateway } = await emulated()
  const { restApiId, petsId } = await smallApi(apiGateway)
  const { id = '' } = await apiGateway.send(create({ cloneFrom: restApiId }))
  const { items } = await apiGateway.send(new GetResourcesCommand({ restApiId: id, embed: ['methods'] }))
  expect(items?.map(({ path }) => path)).toEqual(['/', '/pets'])
  const pets = items?.[1]
  expect(pets?.id).not.toBe(petsId)
  expect(pets?.parentId).toBe(items?.[0]?.id)
  expect(pets?.resourceMethods?.['GET']?.methodIntegration).toMatchObject({ type: 'MOCK', cacheNamespace: pets?.id })
  await expect(apiGateway.send(create({ cloneFrom: 'none' }))).rejects.toThrow('Invalid API identifier specified')
})
