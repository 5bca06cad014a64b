import { CreateRestApiCommand, GetRestApisCommand, GetStageCommand } from '@aws-sdk/client-api-gateway'
import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { clientsOf, emulated, testStart } from '../testing/emulated.ts'
import { patch, replace, smallApi } from '../testing/small-api.ts'

const list = new GetRestApisCommand({})

test('programs on this machine only: no page, no other host name', async () => {
  const { url, direct } = await emulated()
  const status = async (headers: Record<string, string>) => {
    return (await fetch(`${url}/_emulator/clock`, { headers })).status
  }
  expect(await status({})).toBe(200)
  expect(await status({ origin: 'http://localhost:4000' })).toBe(403)
  expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(403)
  expect((await direct('GET', 'nope')).status).toBe(404)
  expect((await direct('PUT', 'clock')).status).toBe(405)
  expect((await direct('POST', 'clock', { speed: -1 })).status).toBe(400)
  expect((await direct('POST', 'clock', { faster: 1 })).status).toBe(400)
})

test('the clock is read, moved forward and never back', async () => {
  const { direct } = await emulated()
  const at = (ms: number) => new Date(testStart + ms).toISOString()
  expect((await direct('GET', 'clock')).json).toEqual({ now: at(0), speed: 0 })
  expect((await direct('POST', 'clock', { advanceSeconds: 1.5 })).json).toEqual({ now: at(1500), speed: 0 })
  expect((await direct('POST', 'clock', { now: at(60_000) })).json).toEqual({ now: at(60_000), speed: 0 })
  expect((await direct('POST', 'clock', { now: at(59_999) })).status).toBe(400)
  expect((await direct('POST', 'clock', { speed: 60 })).json).toMatchObject({ speed: 60 })
})

test('a reset brings back the world it began with, whole or for one account', async () => {
  const { direct, url } = await emulated({ world: 'demo' })
  const [demo, mine, other] = ['123456789012', '111122223333', '444455556666'].map(
    (key) => clientsOf(url, key).apiGateway,
  )
  const count = async (client = demo) => (await client?.send(list))?.items?.length
  const before = await demo?.send(list)
  for (const client of [demo, mine, other]) await client?.send(new CreateRestApiCommand({ name: 'x' }))
  await direct('POST', 'reset', { account: '111122223333' })
  expect([await count(), await count(mine), await count(other)]).toEqual([13, 0, 1])
  await direct('POST', 'reset', {})
  expect([await count(), await count(mine), await count(other)]).toEqual([12, 0, 0])
  const ids = (await demo?.send(list))?.items?.map(({ id }) => id)
  expect(ids).toEqual(before?.items?.map(({ id }) => id))
})

test('calls are counted by operation and account, and listed with their ids', async () => {
  const { apiGateway, cloudWatch, direct } = await emulated()
  await apiGateway.send(list)
  await apiGateway.send(list)
  const query = { MetricDataQueries: [], StartTime: new Date(1), EndTime: new Date(2) }
  await cloudWatch.send(new GetMetricDataCommand(query)).catch(() => undefined)
  const { json } = await direct('GET', 'calls')
  const account = '111122223333'
  expect(json).toMatchObject({
    counts: [
      { service: 'apigateway', operation: 'GetRestApis', account, count: 2 },
      { service: 'cloudwatch', operation: 'GetMetricData', account, count: 1 },
    ],
    recent: [
      { operation: 'GetRestApis', status: 200, requestId: expect.any(String), invocationId: expect.any(String) },
      { operation: 'GetRestApis', status: 200 },
      { operation: 'GetMetricData', status: 400 },
    ],
  })
  await direct('DELETE', 'calls')
  expect((await direct('GET', 'calls')).json).toEqual({ counts: [], recent: [] })
})

test('faults hit as often as ordered, the operation and account they are meant for', async () => {
  const { apiGateway, direct, url } = await emulated()
  const order = (fault: object) => direct('POST', 'faults', { operation: 'GetRestApis', ...fault })
  await order({ kind: 'throttle', times: 2, account: '111122223333' })
  const { apiGateway: other } = clientsOf(url, '444455556666')
  await expect(other.send(list)).resolves.toBeDefined()
  for (let time = 0; time < 2; time++) {
    await expect(apiGateway.send(list)).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Too Many Requests',
      retryAfterSeconds: '1',
      $metadata: { httpStatusCode: 429 },
    })
  }
  await expect(apiGateway.send(list)).resolves.toBeDefined()
  await order({ kind: 'error' })
  await expect(apiGateway.send(list)).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } })
  await order({ kind: 'delay', ms: 1 })
  await expect(apiGateway.send(list)).resolves.toBeDefined()
  await order({ kind: 'throttle' })
  await direct('DELETE', 'faults')
  await expect(apiGateway.send(list)).resolves.toBeDefined()
})

test('CloudWatch is throttled in its own words', async () => {
  const { cloudWatch, direct } = await emulated()
  await direct('POST', 'faults', { operation: '*', kind: 'throttle' })
  const query = { MetricDataQueries: [], StartTime: new Date(1), EndTime: new Date(2) }
  await expect(cloudWatch.send(new GetMetricDataCommand(query))).rejects.toMatchObject({
    name: 'Throttling',
    message: 'Rate exceeded',
    $metadata: { httpStatusCode: 400 },
  })
})

test('a function is made once', async () => {
  const { direct } = await emulated()
  const place = { account: '111122223333', region: 'eu-central-1' }
  const make = async (body: string) => {
    const behaviour = { latency: { medianMs: 1, p99Ms: 2 }, outcomes: [], body }
    return (
      await direct('POST', 'functions', { ...place, function: { name: 'f', versions: { 1: behaviour }, aliases: {} } })
    ).status
  }
  expect([await make('a'), await make('a'), await make('b')]).toEqual([200, 200, 409])
})

test('an answer is lost before or after the act', async () => {
  const { apiGateway, direct } = await emulated()
  const count = async () => (await apiGateway.send(list)).items?.length
  for (const [kind, made] of [
    ['drop-before', 0],
    ['drop-after', 1],
  ] as const) {
    await direct('POST', 'faults', { operation: 'CreateRestApi', kind })
    await expect(apiGateway.send(new CreateRestApiCommand({ name: 'x' }))).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect(await count()).toBe(made)
  }
})

test('a stale read shows the state from before the last write', async () => {
  const { apiGateway, direct } = await emulated()
  const api = await smallApi(apiGateway)
  await patch(apiGateway, api, replace('/description', 'old'))
  await patch(apiGateway, api, replace('/description', 'new'))
  await direct('POST', 'faults', { operation: 'GetStage', kind: 'stale' })
  const read = () => apiGateway.send(new GetStageCommand(api))
  expect(await read()).toMatchObject({ description: 'old' })
  expect(await read()).toMatchObject({ description: 'new' })
})

test('the quota of the control plane holds where it is switched on', async () => {
  const { apiGateway } = await emulated({ settings: { throttleControlPlane: true } })
  const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => apiGateway.send(list)))
  const refused = outcomes.filter(({ status }) => status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(40)
})

test('background traffic is set and stopped, in any account', async () => {
  const { apiGateway, cloudWatch, direct } = await emulated()
  const { restApiId } = await smallApi(apiGateway)
  const rate = (perMinute: number) =>
    direct('POST', 'traffic', { restApiId, stageName: 's1', perMinute, calls: [{ method: 'GET', path: '/pets' }] })
  await rate(120)
  await direct('POST', 'clock', { advanceSeconds: 120 })
  await rate(0)
  await direct('POST', 'clock', { advanceSeconds: 120 })
  const Dimensions = [{ Name: 'ApiName', Value: 'pets' }]
  const Metric = { Namespace: 'AWS/ApiGateway', MetricName: 'Count', Dimensions }
  const { MetricDataResults } = await cloudWatch.send(
    new GetMetricDataCommand({
      MetricDataQueries: [{ Id: 'q', MetricStat: { Metric, Period: 60, Stat: 'Sum' } }],
      StartTime: new Date(testStart),
      EndTime: new Date(testStart + 600_000),
    }),
  )
  const values = MetricDataResults?.[0]?.Values ?? []
  expect(values).toHaveLength(2)
  for (const value of values) expect(Math.abs(value - 120)).toBeLessThan(50)
  expect((await direct('POST', 'traffic', { restApiId, stageName: 'no', path: '/', requests: 1 })).status).toBe(404)
})
