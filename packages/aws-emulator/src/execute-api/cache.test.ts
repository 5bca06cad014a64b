import {
  CreateDeploymentCommand,
  FlushStageCacheCommand,
  GetStageCommand,
  type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { authorization } from '../testing/raw-request.ts'
import { calledApi } from '../testing/calls-to-stage.ts'
import { readMetric } from '../testing/read-metric.ts'
import { patch, remove, replace } from '../testing/small-api.ts'

/** A mock that answers with the id of the request it was asked by: an answer out of the cache is told by an old one. */
const stamped = { responseTemplates: { 'application/json': '$context.requestId' } }

/** An API with `GET /items?type=…&dept=…` on a stage whose cluster serves and keeps it for 60 s. */
async function cachedApi(
  integration: Partial<PutIntegrationCommandInput> = { cacheKeyParameters: ['method.request.querystring.type'] },
) {
  const called = await calledApi()
  const { apiGateway, api, put, deploy, pass, call } = called
  const requestParameters = { 'method.request.querystring.type': false }
  await put('items', { requestParameters }, integration, stamped)
  await put('posted', { httpMethod: 'POST' }, {}, stamped)
  await deploy()
  await patch(
    apiGateway,
    api,
    replace('/cacheClusterSize', '0.5'),
    replace('/cacheClusterEnabled', 'true'),
    replace('/*/*/caching/enabled', 'true'),
    replace('/*/*/caching/ttlInSeconds', '60'),
  )
  await pass(5)
  const text = async (path: string, init: RequestInit = {}) => (await call(path, init)).text
  return { ...called, text }
}

test('a cluster serves from when it is available, for as long as answers live', async () => {
  const called = await calledApi()
  const { apiGateway, api, put, deploy, pass, call } = called
  await put('items', {}, {}, stamped)
  await deploy()
  const text = async () => (await call('/items')).text
  await patch(apiGateway, api, replace('/cacheClusterEnabled', 'true'), replace('/*/*/caching/enabled', 'true'))
  expect(await text()).not.toBe(await text())
  await pass(5)
  const first = await text()
  expect(await text()).toBe(first)
  await pass(299)
  expect(await text()).toBe(first)
  await pass(1)
  expect(await text()).not.toBe(first)
})

test('only cache key parameters tell requests apart, and only GET is cached by the setting of all methods', async () => {
  const { text, apiGateway, api } = await cachedApi()
  const a = await text('/items?type=a&dept=A')
  expect(await text('/items?type=a&dept=B')).toBe(a)
  expect(await text('/items?type=b')).not.toBe(a)
  const post = () => text('/posted', { method: 'POST' })
  expect(await post()).not.toBe(await post())
  await patch(apiGateway, api, replace('/~1posted/POST/caching/enabled', 'true'))
  expect(await post()).toBe(await post())
  await patch(apiGateway, api, replace('/~1items/GET/caching/ttlInSeconds', '0'))
  expect(await text('/items?type=a')).not.toBe(a)
})

test('a time to live of its own and a namespace that is shared', async () => {
  const { text, pass, apiGateway, api, put, deploy } = await cachedApi({ cacheNamespace: 'shared' })
  await put('others', {}, { cacheNamespace: 'shared' }, stamped)
  await deploy()
  await patch(apiGateway, api, replace('/~1others/GET/caching/ttlInSeconds', '10'))
  const first = await text('/items')
  expect(await text('/others')).toBe(first)
  await pass(60)
  const second = await text('/others')
  expect(second).not.toBe(first)
  await pass(10)
  expect(await text('/items')).not.toBe(second)
})

test('flushing, resizing, switching off and a new deployment lose what was cached', async () => {
  const { text, pass, apiGateway, api, deploy } = await cachedApi()
  const { restApiId, stageName } = api
  const seen = new Set<string>()
  const fresh = async () => {
    await pass(5)
    const first = await text('/items?type=a')
    expect(seen.has(first)).toBe(false)
    expect(await text('/items?type=a')).toBe(first)
    seen.add(first)
  }
  await fresh()
  await apiGateway.send(new FlushStageCacheCommand({ restApiId, stageName }))
  expect((await apiGateway.send(new GetStageCommand({ restApiId, stageName }))).cacheClusterStatus).toBe(
    'FLUSH_IN_PROGRESS',
  )
  await fresh()
  await patch(apiGateway, api, replace('/cacheClusterSize', '1.6'))
  await fresh()
  await deploy()
  await fresh()
  await patch(apiGateway, api, replace('/cacheClusterEnabled', 'false'))
  await pass(5)
  expect(await text('/items?type=a')).not.toBe(await text('/items?type=a'))
})

test('Cache-Control: max-age=0 refreshes for callers that may, and follows the three policies for others', async () => {
  const { text, call, apiGateway, api } = await cachedApi()
  const setting = '/*/*/caching'
  const refresh = { headers: { 'cache-control': 'max-age=0' } }
  const first = await text('/items')
  const told = await call('/items', refresh)
  expect(told.text).toBe(first)
  expect(told.headers.get('warning')).toContain('Cache-control headers were ignored')
  await patch(
    apiGateway,
    api,
    replace(`${setting}/unauthorizedCacheControlHeaderStrategy`, 'SUCCEED_WITHOUT_RESPONSE_HEADER'),
  )
  const silent = await call('/items', refresh)
  expect(silent.text).toBe(first)
  expect(silent.headers.has('warning')).toBe(false)
  await patch(apiGateway, api, replace(`${setting}/unauthorizedCacheControlHeaderStrategy`, 'FAIL_WITH_403'))
  expect(await call('/items', refresh)).toMatchObject({ status: 403 })
  const signed = await text('/items', { headers: { ...refresh.headers, authorization } })
  expect(signed).not.toBe(first)
  expect(await text('/items')).toBe(signed)
  await patch(apiGateway, api, replace(`${setting}/requireAuthorizationForCacheControl`, 'false'))
  const anyone = await text('/items', refresh)
  expect(anyone).not.toBe(signed)
  expect(await text('/items')).toBe(anyone)
})

test('a canary passes the cache by, or has entries of its own, or shares those of the same deployment', async () => {
  const { text, apiGateway, api } = await cachedApi()
  const production = await text('/items')
  const { id = '' } = await apiGateway.send(new CreateDeploymentCommand({ restApiId: api.restApiId }))
  const canary = '/canarySettings'
  await patch(apiGateway, api, replace(`${canary}/deploymentId`, id), replace(`${canary}/percentTraffic`, '100'))
  expect(await text('/items')).not.toBe(await text('/items'))
  await patch(apiGateway, api, replace(`${canary}/useStageCache`, 'true'))
  const separate = await text('/items')
  expect(separate).not.toBe(production)
  expect(await text('/items')).toBe(separate)
  await patch(apiGateway, api, remove(canary))
  expect(await text('/items')).toBe(production)
  await patch(apiGateway, api, replace(`${canary}/percentTraffic`, '100'), replace(`${canary}/useStageCache`, 'true'))
  expect(await text('/items')).toBe(production)
})

test('hits and misses add up to the GETs of cached methods', async () => {
  const called = await cachedApi()
  const { call, pass } = called
  const types = ['a', 'b', 'a', 'c', 'a', 'b']
  for (const type of types) await call(`/items?type=${type}`)
  await call('/posted', { method: 'POST' })
  await call('/nope')
  await pass(60)
  const sum = async (metric: string, stat = 'Sum') =>
    (await readMetric(called, { metric, stat, api: 'pets', stage: 's1' }, 0, 1))[0]
  expect(await sum('Count')).toBe(types.length + 2)
  expect(await sum('CacheHitCount')).toBe(3)
  expect(await sum('CacheMissCount')).toBe(3)
  expect(await sum('CacheHitCount', 'Average')).toBe(3 / 8)
})

test('a stage without a cache has no datapoints of hits and misses', async () => {
  const called = await calledApi()
  await called.call('/pets')
  await called.pass(60)
  const series = { metric: 'CacheMissCount', stat: 'Sum', api: 'pets', stage: 's1' }
  expect(await readMetric(called, series, 0, 1)).toEqual([])
})
