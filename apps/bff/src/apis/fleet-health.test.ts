import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
})
afterAll(() => app.close())

const healthOf = async (apiName: string, stage: string) => {
  const { address } = await demoStage(app, apiName, stage)
  const { items } = await mara.apis.health({ connection: 'demo' })
  return items.find((item) => item.apiId === address.apiId && item.stage === stage)!
}

test('a stage that fails is degraded, with its rate, and its calls and p99 are those of the last minutes', async () => {
  expect(await healthOf('checkout', 'prod')).toMatchObject({ health: 'degraded' })
  const { errorRate, callsPerMinute, p99Ms } = await healthOf('checkout', 'prod')
  expect(errorRate).toBeGreaterThan(0.03)
  expect(callsPerMinute).toBeGreaterThan(300)
  expect(p99Ms).toBeGreaterThan(100)
})

test('one that nobody calls has no traffic and no figures', async () => {
  expect(await healthOf('orders', 'dev')).toMatchObject({
    health: 'no_traffic',
    callsPerMinute: null,
    errorRate: null,
    p99Ms: null,
  })
})

test('minutes that CloudWatch has not published yet do not lower the calls a minute', async () => {
  const late = await startTestApp({ settings: { publicationSeconds: 60 } })
  try {
    const { address } = await demoStage(late, 'catalog', 'prod')
    const { items } = await (await late.as('mara')).apis.health({ connection: 'demo' })
    const calls = items.find(({ apiId, stage }) => apiId === address.apiId && stage === 'prod')!.callsPerMinute!

    expect(calls / (await healthOf('catalog', 'prod')).callsPerMinute!).toBeGreaterThan(0.9)
  } finally {
    await late.close()
  }
})
