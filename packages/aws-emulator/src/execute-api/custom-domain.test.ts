import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import {
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  CreateRestApiCommand,
  DeleteBasePathMappingCommand,
  DeleteDomainNameCommand,
  GetRestApisCommand,
  UpdateBasePathMappingCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { edgeKinds } from '../apigateway/edge-records.ts'
import { calledApi } from '../testing/calls-to-stage.ts'
import { clientsOf, testPlace } from '../testing/emulated.ts'
import { replace } from '../testing/small-api.ts'
import { makeFunction, proxy } from '../testing/world-functions.ts'

const domainName = 'api.example.com'
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc'
const forbidden = { status: 403, body: '{"message":"Forbidden"}', errorType: 'ForbiddenException' }

/** The small API whose `GET /where` tells what a template knows of the name, and a custom name without mappings. */
async function named() {
  const called = await calledApi()
  const { apiGateway, api, put, deploy, port } = called
  const told =
    '{"host":"$context.domainName","prefix":"$context.domainPrefix","path":"$context.path","base":"$context.customDomain.basePathMatched"}'
  await put('where', {}, {}, { responseTemplates: { 'application/json': told } })
  await deploy()
  await apiGateway.send(new CreateDomainNameCommand({ domainName, certificateArn }))
  const { restApiId } = api
  const map = (basePath: string, stage?: string) =>
    apiGateway.send(new CreateBasePathMappingCommand({ domainName, restApiId, basePath, stage }))
  const get = (path: string, host = domainName) =>
    new Promise<{ status?: number; body: string; errorType?: unknown }>((resolve, reject) => {
      const sent = httpRequest({ port, path, headers: { host } }, (incoming) => {
        const { statusCode: status, headers } = incoming
        const answered = (body: string) => resolve({ status, body, errorType: headers['x-amzn-errortype'] })
        text(incoming).then(answered, reject)
      })
      sent.on('error', reject).end()
    })
  return { ...called, restApiId, map, get }
}

test('a request to a custom name goes by its mapping, whose base path is taken off', async () => {
  const { map, get } = await named()
  await map('v1', 's1')
  expect(await get('/v1/pets')).toMatchObject({ status: 200, body: '{"pets":[]}' })
  expect(await get('/v1/pets?a=b', `${domainName.toUpperCase()}:4566`)).toMatchObject({ status: 200 })
  expect(await get('/v1')).toMatchObject({ status: 403, errorType: 'MissingAuthenticationTokenException' })
})

test('the mapping of the root takes every path that no other fits', async () => {
  const { map, get } = await named()
  await map('', 's1')
  expect(await get('/pets')).toMatchObject({ status: 200 })
  await map('pets', 's1')
  expect(await get('/pets/pets')).toMatchObject({ status: 200 })
  expect((await get('/where')).status).toBe(200)
})

test('where no mapping fits, a name answers 403 Forbidden', async () => {
  const { map, get } = await named()
  expect(await get('/pets')).toEqual(forbidden)
  await map('v1', 's1')
  for (const path of ['/pets', '/', '/v10/pets', '/V1/pets']) expect(await get(path)).toEqual(forbidden)
})

test('a mapping without a stage leaves it to the path to name one', async () => {
  const { map, get } = await named()
  await map('any')
  expect(await get('/any/s1/pets')).toMatchObject({ status: 200 })
  expect(await get('/any/pets')).toEqual(forbidden)
})

test('the longest of several base paths counts', async () => {
  const { apiGateway, emulator, restApiId, map, get } = await named()
  const other = await apiGateway.send(new CreateRestApiCommand({ name: 'not deployed' }))
  await apiGateway.send(new CreateBasePathMappingCommand({ domainName, restApiId: other.id, basePath: 'shop' }))
  await map('', 's1')
  expect(await get('/shop/v1/pets')).toEqual(forbidden)
  // Only API Gateway's second version makes base paths of several levels.
  const mapping = { domain: domainName, basePath: 'shop/v1', restApiId, stage: 's1' }
  const kind = edgeKinds.basePathMapping
  emulator.store.commit([{ ...testPlace, kind, id: `${domainName}/shop/v1`, value: mapping }])
  expect(await get('/shop/v1/pets')).toMatchObject({ status: 200 })
  expect(await get('/shop/v2/pets')).toEqual(forbidden)
})

test('templates see the custom name and the path as it was called', async () => {
  const { map, get } = await named()
  await map('v1', 's1')
  const { body } = await get('/v1/where', `${domainName}:80`)
  expect(JSON.parse(body)).toEqual({ host: domainName, prefix: 'api', path: '/v1/where', base: 'v1' })
})

test('functions get the custom name and the path as it was called', async () => {
  const called = await named()
  const { map, get, put, deploy } = called
  await makeFunction(called, 'echo', { $LATEST: { outcomes: [{ kind: 'echo', share: 1 }] } })
  await put('echo', {}, proxy('echo'))
  await deploy()
  await map('v1', 's1')
  expect(JSON.parse((await get('/v1/echo')).body)).toMatchObject({
    path: '/v1/echo',
    requestContext: { domainName, domainPrefix: 'api', path: '/v1/echo', stage: 's1' },
  })
})

test('an API whose default endpoint is off is still reached through its custom name', async () => {
  const { apiGateway, restApiId, map, get, call } = await named()
  await map('v1', 's1')
  const patchOperations = [replace('/disableExecuteApiEndpoint', 'true')]
  await apiGateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }))
  expect((await call('/pets')).status).toBe(403)
  expect(await get('/v1/pets')).toMatchObject({ status: 200 })
})

test('a wildcard stands for one label, and the name itself goes before it', async () => {
  const { apiGateway, restApiId, map, get } = await named()
  await map('v1', 's1')
  const wildcard = { domainName: '*.example.com', certificateArn }
  await apiGateway.send(new CreateDomainNameCommand(wildcard))
  const mapping = { domainName: wildcard.domainName, restApiId, stage: 's1' }
  await apiGateway.send(new CreateBasePathMappingCommand(mapping))
  expect(await get('/pets', 'shop.example.com')).toMatchObject({ status: 200 })
  expect(await get('/pets')).toEqual(forbidden)
  expect((await get('/pets', 'a.b.example.com')).errorType).not.toBe('ForbiddenException')
})

test('changes of mappings and names are there at once', async () => {
  const { apiGateway, map, get } = await named()
  await map('v1', 's1')
  const v1 = { domainName, basePath: 'v1' }
  await apiGateway.send(new UpdateBasePathMappingCommand({ ...v1, patchOperations: [replace('/basePath', 'v2')] }))
  expect(await get('/v1/pets')).toEqual(forbidden)
  expect(await get('/v2/pets')).toMatchObject({ status: 200 })
  await apiGateway.send(new DeleteBasePathMappingCommand({ ...v1, basePath: 'v2' }))
  expect(await get('/v2/pets')).toEqual(forbidden)
  await apiGateway.send(new DeleteDomainNameCommand({ domainName }))
  expect((await get('/v2/pets')).errorType).not.toBe('ForbiddenException')
})

test('the control plane is at every other host, and private names are no hosts of the data plane', async () => {
  const { apiGateway, url, get } = await named()
  const privately = { domainName: 'p.example.com', endpointConfiguration: { types: ['PRIVATE' as const] } }
  await apiGateway.send(new CreateDomainNameCommand(privately))
  expect((await get('/restapis', 'p.example.com')).errorType).toBe('MissingAuthenticationTokenException')
  const { apiGateway: again } = clientsOf(url, testPlace.account)
  expect((await again.send(new GetRestApisCommand({}))).items).toHaveLength(1)
})
