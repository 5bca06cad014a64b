import { paginateListMetrics } from '@aws-sdk/client-cloudwatch'
import { paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { emulated, testStart, type Emulated } from '../testing/emulated.ts'
import { askMetrics, metricQuery } from '../testing/metric-queries.ts'

const demo = '123456789012'
const minuteMs = 60_000

async function listed({ cloudWatch }: Emulated, MetricName: string): Promise<string[]> {
  const found: string[] = []
  for await (const { Metrics = [] } of paginateListMetrics({ client: cloudWatch }, { MetricName })) {
    found.push(...Metrics.map(({ Dimensions = [] }) => Dimensions.map(({ Value }) => Value).join('/')))
  }
  return found
}

test('hits and misses are listed for stages whose cache serves, and for no others', async () => {
  const world = await emulated({ world: 'demo' }, demo)
  for (const metric of ['CacheHitCount', 'CacheMissCount']) {
    const stages = await listed(world, metric)
    expect(stages).toEqual(expect.arrayContaining(['catalog', 'catalog/prod', 'pricing/prod', 'media/v2']))
    expect(stages).not.toContain('catalog/dev')
    expect(stages.filter((stage) => stage.startsWith('checkout'))).toEqual([])
  }
})

test('a cache counts from the instant at which its cluster serves, whether asked for by the minute or the hour', async () => {
  const world = await emulated({ world: 'demo' }, demo)
  const place = { account: demo, region: 'eu-central-1' }
  await world.direct('POST', 'clock', { advanceSeconds: 2 * 3600 })
  const timeline = world.emulator.traffic.timelinesOf(place, 'partners').find(({ stageName }) => stageName === 'prod')
  const readyAt = timeline?.entries.at(-1)?.cache?.readyAt ?? 0
  expect(readyAt).toBeGreaterThan(testStart)
  let served = 0
  const input = {
    logGroupName: '/aws/apigateway/partners/prod',
    startTime: readyAt,
    endTime: testStart + 60 * minuteMs,
  }
  for await (const { events = [] } of paginateFilterLogEvents({ client: world.logs }, input)) served += events.length
  const stage = { ApiName: 'partners', Stage: 'prod' }
  const ask = async (period: number) => {
    const results = await askMetrics(
      world,
      [
        metricQuery('n', 'CacheHitCount', 'SampleCount', stage, { period }),
        metricQuery('h', 'CacheHitCount', 'Sum', stage, { period }),
        metricQuery('m', 'CacheMissCount', 'Sum', stage, { period }),
      ],
      0,
      60,
    )
    return results.map(({ Values = [] }) => Values.reduce((sum, value) => sum + value, 0))
  }
  const [all, hits = 0, misses = 0] = await ask(3600)
  expect(await ask(60)).toEqual([all, hits, misses])
  expect(all).toBe(served)
  expect(hits).toBeGreaterThan(misses)
  expect(misses).toBeGreaterThan(0)
})
