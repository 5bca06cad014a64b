import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated } from '../testing/emulated.ts'
import { patch, putFunction, putMock, replace, smallApi } from '../testing/small-api.ts'

const fast = { medianMs: 10, p99Ms: 20 }
const behaviours = {
  1: { latency: fast, outcomes: [], body: '{"version":1}' },
  2: { latency: fast, outcomes: [], body: '{"version":2}' },
  3: { latency: fast, outcomes: [{ kind: 'throw', share: 1 }] },
  4: { latency: fast, outcomes: [{ kind: 'hang', share: 1 }] },
  5: { latency: fast, outcomes: [{ kind: 'answer', share: 1, statusCode: 404, body: '{"no":1}' }] },
}

/** The small API, with a function of five versions behind `/fn/{version}` and `/alias`. */
async function started() {
  const emulator = await emulated()
  const { apiGateway, direct, url } = emulator
  const api = await smallApi(apiGateway)
  const { restApiId, rootId } = api
  const place = { account: '111122223333', region: 'eu-central-1' }
  const worldFunction = { name: 'pets', versions: behaviours, aliases: { live: '1', next: '2' } }
  await direct('POST', 'functions', { ...place, function: worldFunction })
  const resource = async (parentId: string, pathPart: string) =>
    (await apiGateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart }))).id ?? ''
  for (const version of Object.keys(behaviours)) {
    const resourceId = await resource(rootId, `v${version}`)
    await putFunction(apiGateway, { restApiId, resourceId, httpMethod: 'GET' }, `pets:${version}`)
  }
  const aliasId = await resource(rootId, 'alias')
  await putFunction(apiGateway, { restApiId, resourceId: aliasId, httpMethod: 'ANY' }, 'pets:${stageVariables.alias}')
  const deploy = async () => {
    await apiGateway.send(new CreateDeploymentCommand({ restApiId, stageName: 's1' }))
  }
  await deploy()
  const call = async (path: string, method = 'GET', stageName = 's1') => {
    const answer = await fetch(`${url}/restapis/${restApiId}/${stageName}/_user_request_${path}`, { method })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text }
  }
  return { ...emulator, api, call, deploy, resource }
}

const errorType = 'x-amzn-errortype'

test('a MOCK answers with its template, without a trace id', async () => {
  const { call } = await started()
  const { status, headers, text } = await call('/pets')
  expect({ status, text }).toEqual({ status: 200, text: '{"pets":[]}' })
  expect(headers.get('content-type')).toBe('application/json')
  expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers.get('x-amz-apigw-id')).toMatch(/=$/)
  expect(headers.has('x-amzn-trace-id')).toBe(false)
})

test('unknown routes and verbs are 403 Missing Authentication Token', async () => {
  const { call } = await started()
  for (const { status, headers, text } of [await call('/nope'), await call('/pets', 'POST'), await call('')]) {
    expect({ status, text }).toEqual({ status: 403, text: '{"message":"Missing Authentication Token"}' })
    expect(headers.get(errorType)).toBe('MissingAuthenticationTokenException')
  }
})

test('an unknown stage is 403 Forbidden, and so is an API whose endpoint is off', async () => {
  const { apiGateway, api, call } = await started()
  const unknown = await call('/pets', 'GET', 'nope')
  expect(unknown).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' })
  expect(unknown.headers.get(errorType)).toBe('ForbiddenException')
  const patchOperations = [replace('/disableExecuteApiEndpoint', 'true')]
  await apiGateway.send(new UpdateRestApiCommand({ restApiId: api.restApiId, patchOperations }))
  expect(await call('/pets')).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' })
})

test('a function answers, fails with 502, hangs with 504', async () => {
  const { call } = await started()
  const well = await call('/v1')
  expect(well).toMatchObject({ status: 200, text: '{"version":1}' })
  expect(well.headers.get('x-amzn-trace-id')).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
  expect(await call('/v5')).toMatchObject({ status: 404, text: '{"no":1}' })
  const failed = await call('/v3')
  expect(failed).toMatchObject({ status: 502, text: '{"message":"Internal server error"}' })
  expect(failed.headers.get(errorType)).toBe('InternalServerErrorException')
  expect(await call('/v4')).toMatchObject({ status: 504, text: '{"message":"Endpoint request timed out"}' })
})

test('a URI that misses a stage variable is 500; with it, the alias is called', async () => {
  const { apiGateway, api, call } = await started()
  const missing = await call('/alias')
  expect(missing).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
  expect(missing.headers.get(errorType)).toBe('InternalServerErrorException')
  await patch(apiGateway, api, replace('/variables/alias', 'live'))
  expect(await call('/alias', 'PATCH')).toMatchObject({ status: 200, text: '{"version":1}' })
  await patch(apiGateway, api, replace('/variables/alias', 'gone'))
  expect(await call('/alias')).toMatchObject({ status: 500 })
})

test('a function that is not invoked by POST is 500, an HTTP backend 504', async () => {
  const { apiGateway, api, call, deploy, resource } = await started()
  const { restApiId, rootId } = api
  const wrong = { restApiId, resourceId: await resource(rootId, 'wrong'), httpMethod: 'GET' }
  await putFunction(apiGateway, wrong, 'pets:1', 'GET')
  const http = { restApiId, resourceId: await resource(rootId, 'http'), httpMethod: 'GET' }
  await apiGateway.send(new PutMethodCommand({ ...http, authorizationType: 'NONE' }))
  const uri = 'http://backend.example'
  await apiGateway.send(new PutIntegrationCommand({ ...http, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri }))
  await deploy()
  expect(await call('/wrong')).toMatchObject({ status: 500 })
  expect(await call('/http')).toMatchObject({
    status: 504,
    text: '{"message":"Network error communicating with endpoint"}',
  })
})

test('literal beats {name} beats {name+}, the exact verb beats ANY', async () => {
  const { apiGateway, api, call, deploy, resource } = await started()
  const { restApiId, rootId } = api
  const items = await resource(rootId, 'items')
  const paths = { 201: items, 202: await resource(items, '{id}'), 203: await resource(items, 'special') }
  const greedy = await resource(rootId, '{proxy+}')
  for (const [status, resourceId] of [...Object.entries(paths), ['204', greedy] as const]) {
    await putMock(apiGateway, { restApiId, resourceId, httpMethod: 'ANY' }, status)
  }
  await putMock(apiGateway, { restApiId, resourceId: greedy, httpMethod: 'DELETE' }, '205')
  await deploy()
  const statuses = async (...calls: [string, string?][]) =>
    Promise.all(calls.map(async ([path, verb]) => (await call(path, verb)).status))
  expect(await statuses(['/items'], ['/items/7'], ['/items/special'], ['/items/7/more'], ['/x', 'DELETE'])).toEqual([
    201, 202, 203, 204, 205,
  ])
})

test('a canary takes its share, with its own variables, and the metrics count it', async () => {
  const { apiGateway, api, call } = await started()
  await patch(
    apiGateway,
    api,
    replace('/variables/alias', 'live'),
    replace('/canarySettings/percentTraffic', '25'),
    replace('/canarySettings/stageVariableOverrides/alias', 'next'),
  )
  const split = async () => {
    let canary = 0
    for (let sent = 0; sent < 400; sent++) if ((await call('/alias')).text === '{"version":2}') canary++
    return canary
  }
  const first = await split()
  expect(first).toBeGreaterThan(70)
  expect(first).toBeLessThan(130)
  await patch(apiGateway, api, replace('/canarySettings/percentTraffic', '100.0'))
  expect((await call('/alias')).text).toBe('{"version":2}')
  await patch(apiGateway, api, replace('/canarySettings/percentTraffic', '0'))
  expect((await call('/alias')).text).toBe('{"version":1}')
})
