import { setImmediate } from 'node:timers/promises'
import { GetRestApisCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated, testStart, type Emulated } from '../testing/emulated.ts'
import { readMetric, type Series } from '../testing/read-metric.ts'

const minutes = 30

/** Half of orders/prod's requests go to its canary from now on: the same in each world, as its clock stands still. */
async function startCanary({ apiGateway }: Emulated): Promise<string> {
  const { items = [] } = await apiGateway.send(new GetRestApisCommand({}))
  const restApiId = items.find(({ name }) => name === 'orders')?.id ?? ''
  const patchOperations = [{ op: 'replace' as const, path: '/canarySettings/percentTraffic', value: '50' }]
  await apiGateway.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }))
  return restApiId
}

/** Lets the half hour go by at a pace, with the emulator's own ticks and some of ours. */
async function run({ emulator, direct }: Emulated, speed: number): Promise<void> {
  await direct('POST', 'clock', { speed })
  while (emulator.clock.now() < testStart + minutes * 60_000) {
    emulator.traffic.tick()
    await setImmediate()
  }
}

/** At speed 1: as a tick a second sees it. */
async function walk({ emulator, direct }: Emulated): Promise<void> {
  for (let second = 0; second < minutes * 60; second++) {
    emulator.clock.moveTo(testStart + (second + 1) * 1000)
    emulator.traffic.tick()
  }
  await direct('GET', 'clock')
}

const series: Series[] = [
  { api: 'orders', metric: 'Count', stat: 'Sum' },
  { api: 'orders', metric: 'Latency', stat: 'p99' },
  { api: 'orders', stage: 'prod/Canary', metric: 'Count', stat: 'Sum' },
  { api: 'checkout', metric: '5XXError', stat: 'Sum' },
  { api: 'catalog', metric: 'IntegrationLatency', stat: 'Sum' },
  { api: 'partners', metric: '4XXError', stat: 'Sum' },
]

const readAll = (world: Emulated) => Promise.all(series.map((each) => readMetric(world, each, -10, minutes)))

test('a world sped up shows minute for minute what it shows at speed 1, its canary too', async () => {
  const start = { world: 'demo', seed: 5 } as const
  const [slow, fast] = await Promise.all([emulated(start, '123456789012'), emulated(start, '123456789012')])
  await startCanary(slow)
  await startCanary(fast)
  await walk(slow)
  await run(fast, 3600)
  const shown = await readAll(slow)
  expect(await readAll(fast)).toEqual(shown)
  expect(shown.map((points) => points.length)).toEqual([40, 40, 30, 40, 40, 40])
})

test('sped up, no request is dropped: neither of the plan nor from outside', async () => {
  const start = { world: 'demo', seed: 5 } as const
  const [plain, busy] = await Promise.all([emulated(start, '123456789012'), emulated(start, '123456789012')])
  const restApiId = await startCanary(busy)
  await startCanary(plain)
  await busy.direct('POST', 'clock', { speed: 3600 })
  const sent = 200
  for (let request = 0; request < sent; request++) {
    await fetch(`${busy.url}/restapis/${restApiId}/prod/_user_request_/orders`)
  }
  await run(busy, 3600)
  // However late the last one came, its minute is over now.
  await busy.direct('POST', 'clock', { advanceSeconds: 60 })
  await walk(plain)
  const total = async (world: Emulated, end: number) => {
    const points = await readMetric(world, { api: 'orders', metric: 'Count', stat: 'Sum' }, 0, end)
    return points.reduce((sum, value) => sum + value, 0)
  }
  // However far the busy world got: the plain one goes there too.
  const ended = Math.floor((busy.emulator.clock.now() - testStart) / 60_000)
  await busy.direct('POST', 'clock', { speed: 0 })
  plain.emulator.clock.moveTo(busy.emulator.clock.now())
  expect((await total(busy, ended)) - (await total(plain, ended))).toBe(sent)
})
