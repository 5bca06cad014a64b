import {
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetRestApisCommand,
  GetStageCommand,
  GetStagesCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import type { StartOptions } from '../server.ts'
import { clientsOf, emulated, type Emulated } from '../testing/emulated.ts'
import { readMetric as read, type Series } from '../testing/read-metric.ts'

const started = (options: StartOptions = {}) => emulated({ world: 'demo', ...options }, '123456789012')

const failures: Series = { metric: '5XXError', stat: 'Average' }
const calls: Series = { metric: 'Count', stat: 'Sum' }

async function checkout({ apiGateway }: Emulated) {
  const { items = [] } = await apiGateway.send(new GetRestApisCommand({}))
  const restApiId = items.find(({ name }) => name === 'checkout')?.id ?? ''
  const { items: deployments = [] } = await apiGateway.send(new GetDeploymentsCommand({ restApiId }))
  const idOf = (version: string) => deployments.find(({ description }) => description?.startsWith(version))?.id ?? ''
  return { restApiId, bad: idOf('checkout 2.14'), good: idOf('checkout 2.13') }
}

test('checkout, catalog and orders: three stages each, deployments with and without a name, a canary on catalog/prod', async () => {
  const { apiGateway } = await started()
  const items = (await apiGateway.send(new GetRestApisCommand({}))).items?.slice(0, 3) ?? []
  expect(items.map(({ name }) => name)).toEqual(['checkout', 'catalog', 'orders'])
  for (const { id: restApiId } of items) {
    const { item } = await apiGateway.send(new GetStagesCommand({ restApiId }))
    expect(item?.map(({ stageName }) => stageName)).toEqual(['dev', 'qa', 'prod'])
    const { items: deployments = [] } = await apiGateway.send(new GetDeploymentsCommand({ restApiId }))
    expect(deployments.length).toBeGreaterThanOrEqual(3)
    expect(deployments.some(({ description }) => description === undefined)).toBe(true)
  }
  const catalog = await apiGateway.send(new GetStageCommand({ restApiId: items[1]?.id, stageName: 'prod' }))
  expect(catalog.canarySettings).toMatchObject({ percentTraffic: 10, stageVariableOverrides: { lambdaAlias: 'next' } })
  expect(catalog.canarySettings?.deploymentId).not.toBe(catalog.deploymentId)
})

test('2.14 added one route and made one ask for a key', async () => {
  const world = await started()
  const { restApiId, bad, good } = await checkout(world)
  const routes = async (deploymentId: string) => {
    const embed = ['apisummary']
    const { apiSummary = {} } = await world.apiGateway.send(
      new GetDeploymentCommand({ restApiId, deploymentId, embed }),
    )
    return Object.entries(apiSummary).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, snapshot]) => `${verb} ${path} ${snapshot.apiKeyRequired}`),
    )
  }
  const [before, after] = [await routes(good), await routes(bad)]
  expect(after.filter((route) => !before.includes(route)).toSorted()).toEqual([
    'POST /payments/{paymentId}/capture true',
    'POST /vouchers/validate true',
  ])
  expect(before.filter((route) => !after.includes(route))).toEqual(['POST /vouchers/validate false'])
})

test('checkout/prod went bad an hour ago and no other stage did; a rollback makes it well again', async () => {
  const world = await started()
  const { restApiId, bad, good } = await checkout(world)
  const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const point = async (series: Series, from: number, to: number) =>
    (await read(world, series, from, to, 3600))[0] ?? NaN
  expect(await point(failures, -60, 0)).toBeGreaterThan(0.05)
  expect(await point(failures, -60, 0)).toBeLessThan(0.075)
  expect(await point(failures, -120, -60)).toBeLessThan(0.004)
  const slow: Series = { metric: 'Latency', stat: 'p99' }
  expect(await point(slow, -60, 0)).toBeGreaterThan(2 * (await point(slow, -120, -60)))
  for (const [api, stage] of [
    ['checkout', 'qa'],
    ['catalog', 'prod'],
    ['catalog', 'qa'],
    ['orders', 'prod'],
    ['orders', 'qa'],
  ]) {
    expect(await point({ ...failures, api, stage }, -60, 0)).toBeLessThan(0.01)
  }
  const roll = (deploymentId: string) => {
    const patchOperations = [{ op: 'replace' as const, path: '/deploymentId', value: deploymentId }]
    return world.apiGateway.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }))
  }
  await roll(good)
  await world.direct('POST', 'clock', { advanceSeconds: 300 })
  expect(average(await read(world, failures, 0, 5))).toBeLessThan(0.01)
  await roll(bad)
  await world.direct('POST', 'clock', { advanceSeconds: 300 })
  expect(average(await read(world, failures, 5, 10))).toBeGreaterThan(0.04)
})

test('traffic has a daily rhythm, believable rates and no gap', async () => {
  const world = await started()
  const day = await read(world, calls, -24 * 60, 0, 3600)
  expect(day).toHaveLength(24)
  expect(Math.min(...day)).toBeGreaterThan(200 * 60)
  expect(Math.max(...day)).toBeLessThan(900 * 60)
  const minutes = await read(world, calls, -180, 0)
  expect(minutes).toHaveLength(180)
})

test('the minute in progress is told as far as it has gone, and ends as what it would have been', async () => {
  const world = await started()
  const other = await started()
  const seconds = (count: number) => world.direct('POST', 'clock', { advanceSeconds: count })
  await seconds(20)
  const [early = 0] = await read(world, calls, 0, 1)
  await seconds(20)
  const [later = 0] = await read(world, calls, 0, 1)
  expect(early).toBeGreaterThan(100)
  expect(later).toBeGreaterThan(early)
  await seconds(20)
  await other.direct('POST', 'clock', { advanceSeconds: 3600 })
  expect(await read(world, calls, 0, 1)).toEqual(await read(other, calls, 0, 1))
})

test('the same seed and start give equal ids and points, another seed others', async () => {
  const worlds = await Promise.all([started({ seed: 7 }), started({ seed: 7 }), started({ seed: 8 })])
  const [first, same, other] = await Promise.all(
    worlds.map(async (world) => ({
      ids: await checkout(world),
      points: await read(world, { metric: 'Latency', stat: 'p90' }, -30, 0),
    })),
  )
  expect(same).toEqual(first)
  expect(other?.ids.restApiId).not.toBe(first?.ids.restApiId)
  expect(other?.points).not.toEqual(first?.points)
})

test('what is worked out afterwards is what ran along with the clock', async () => {
  const along = await started({ seed: 3 })
  const after = await started({ seed: 3 })
  const { restApiId, good } = await checkout(along)
  for (const world of [along, after]) {
    const steps = world === along ? 30 : 1
    for (let step = 0; step < steps; step++) {
      await world.direct('POST', 'clock', { advanceSeconds: 90 / steps })
      if (world === along) world.emulator.traffic.tick()
    }
    const patchOperations = [{ op: 'replace' as const, path: '/deploymentId', value: good }]
    await world.apiGateway.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }))
    await world.direct('POST', 'clock', { advanceSeconds: 120 })
  }
  for (const series of [calls, failures, { metric: 'Latency', stat: 'Sum' }]) {
    expect(await read(after, series, -5, 4)).toEqual(await read(along, series, -5, 4))
  }
})

test('any account can have the demo world, as of the moment it is seeded', async () => {
  const { direct, url } = await emulated()
  await direct('POST', 'clock', { advanceSeconds: 5 * 3600 })
  const account = '444455556666'
  await direct('POST', 'seed', { account, region: 'us-east-1', world: 'demo' })
  const clients = clientsOf(url, account, 'us-east-1')
  expect((await clients.apiGateway.send(new GetRestApisCommand({}))).items).toHaveLength(12)
  const seeded = 5 * 60
  expect((await read(clients, failures, seeded - 60, seeded, 3600))[0]).toBeGreaterThan(0.05)
  expect((await read(clients, failures, seeded - 120, seeded - 60, 3600))[0]).toBeLessThan(0.004)
})
