import { GetRestApisCommand, GetStagesCommand } from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { clientsOf, emulated, type Emulated } from '../testing/emulated.ts'
import { readMetric } from '../testing/read-metric.ts'

async function stagesOf({ apiGateway }: Pick<Emulated, 'apiGateway'>) {
  const { items = [] } = await apiGateway.send(new GetRestApisCommand({ limit: 500 }))
  const lists = await Promise.all(
    items.map(async ({ id: restApiId, name: api = '' }) => {
      const { item = [] } = await apiGateway.send(new GetStagesCommand({ restApiId }))
      return item.map((stage) => ({ ...stage, api }))
    }),
  )
  return { names: items.map(({ name }) => name), stages: lists.flat() }
}

test('the fleet has 2,000 stages unless asked for another number, four to an API, under names of their own', async () => {
  const { names, stages } = await stagesOf(await emulated({ world: 'fleet' }, '123456789012'))
  expect(new Set(names).size).toBe(500)
  expect(stages).toHaveLength(2000)
  expect(stages.slice(0, 4).map(({ stageName }) => stageName)).toEqual(['dev', 'qa', 'staging', 'prod'])
  expect(stages.filter(({ canarySettings }) => canarySettings).length).toBe(25)
})

test('the director seeds a fleet of any size into any account', async () => {
  const { direct, url } = await emulated()
  const account = '444455556666'
  const answer = await direct('POST', 'seed', { account, region: 'eu-west-1', world: 'fleet', stages: 10 })
  expect(answer.status).toBe(200)
  const { names, stages } = await stagesOf(clientsOf(url, account, 'eu-west-1'))
  expect([names.length, stages.length]).toEqual([3, 10])
  expect((await direct('POST', 'seed', { account, region: 'eu-west-1', world: 'fleet', stages: 0 })).status).toBe(400)
})

test('few of its stages are called, and those lightly', async () => {
  const world = await emulated({ world: 'fleet', stages: 40 }, '123456789012')
  const { stages } = await stagesOf(world)
  const counts = await Promise.all(
    stages.map(({ api, stageName: stage }) =>
      readMetric(world, { metric: 'Count', stat: 'Sum', api, stage }, -60, 0, 3600),
    ),
  )
  const called = counts.filter(([calls = 0]) => calls > 0)
  expect(called).toHaveLength(2)
  expect(Math.max(...called.flat())).toBeLessThan(60 * 15)
})

test('a reset brings back the fleet with its size', async () => {
  const world = await emulated({ world: 'fleet', stages: 8 }, '123456789012')
  await world.direct('POST', 'reset', {})
  expect((await stagesOf(world)).stages).toHaveLength(8)
})
