import { expect, test } from 'vitest'
import { emulated, type Emulated } from '../testing/emulated.ts'
import { askMetrics, metricQuery } from '../testing/metric-queries.ts'
import { lastDay } from './last-day.ts'

const account = '123456789012'
const place = { account, region: 'eu-central-1' }
const stage = { ApiName: 'catalog', Stage: 'prod' }

const workAhead = ({ emulator }: Emulated) => [...lastDay(emulator.store, emulator.traffic)].length

const asked = [
  ['Count', 'Sum'],
  ['5XXError', 'Average'],
  ['4XXError', 'Maximum'],
  ['Latency', 'p50'],
  ['Latency', 'p99.9'],
  ['Latency', 'Average'],
  ['Latency', 'TM(10%:90%)'],
  ['IntegrationLatency', 'p90'],
  ['CacheHitCount', 'Average'],
  ['CacheMissCount', 'tc50'],
] as const

const points = async (world: Emulated, from: number, to: number, period = 60) => {
  const queries = asked.map(([metric, stat], index) => metricQuery(`q${index}`, metric, stat, stage, { period }))
  return (await askMetrics(world, queries, from, to)).map(({ Values }) => Values)
}

test('a day that was worked out ahead has the points of one that is worked out when asked for, in every period', async () => {
  const ahead = await emulated({ world: 'demo' }, account)
  const plain = await emulated({ world: 'demo' }, account)
  expect(workAhead(ahead)).toBeGreaterThan(500)
  for (const period of [60, 300, 3600]) {
    const [early, now] = [await points(ahead, -600, -1, period), await points(plain, -600, -1, period)]
    expect(early.every((values) => values && values.length > 0)).toBe(true)
    expect(early).toEqual(now)
  }
})

test('nothing is left to do at once; the next hour is, and a changed stage ends the work on what it was', async () => {
  const world = await emulated({ world: 'demo' }, account)
  const { store, traffic } = world.emulator
  workAhead(world)
  expect(workAhead(world)).toBe(0)
  await world.direct('POST', 'clock', { advanceSeconds: 3600 })
  const steps = lastDay(store, traffic)
  expect(steps.next().done).toBe(false)
  await world.direct('POST', 'reset', {})
  expect(steps.next().done).toBe(true)
  expect(workAhead(world)).toBeGreaterThan(500)
})

test('requests from outside count in an hour that was worked out', async () => {
  const [world, plain] = [await emulated({ world: 'demo' }, account), await emulated({ world: 'demo' }, account)]
  const timelines = world.emulator.traffic.timelinesOf(place, 'catalog')
  const { apiId: restApiId, stageName } = timelines.find((timeline) => timeline.stageName === 'prod')!
  await world.direct('POST', 'traffic', { restApiId, stageName, path: '/nope', requests: 7 })
  for (const { direct } of [world, plain]) await direct('POST', 'clock', { advanceSeconds: 3600 })
  workAhead(world)
  const [[withThem], [without]] = [await points(world, 0, 60), await points(plain, 0, 60)]
  expect(withThem).toHaveLength(60)
  expect(withThem).toEqual(without?.map((value, minute) => (minute === 0 ? value + 7 : value)))
})
