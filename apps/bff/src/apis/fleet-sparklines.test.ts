import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let places: string[]

const asked = () => app.called('GetMetricData')

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  const { rows } = await mara.apis.fleet({ connection: 'demo' })
  places = rows.map(({ apiId, stage }) => `${apiId}/${stage}`)
})
beforeEach(() => app.director('calls', undefined, 'DELETE'))
afterAll(() => app.close())

const sparklines = (of: string[], range: '1h' | '3h' = '3h') =>
  mara.apis.sparklines({ connection: 'demo', range, places: of as `${string}/${string}`[] })

test('rows that come into view are asked for in one call, those seen before not again', async () => {
  await sparklines(places.slice(0, 20))
  expect(await asked()).toBe(1)

  const { items } = await sparklines(places.slice(10, 30))
  expect(await asked()).toBe(2)
  expect(items.map(({ place }) => place)).toEqual(places.slice(10, 30))

  await sparklines(places.slice(0, 30))
  expect(await asked()).toBe(2)
})

test('what came from the cache is what AWS would answer', async () => {
  const kept = await sparklines(places.slice(0, 5))
  const alone = await Promise.all(places.slice(0, 5).map(async (place) => (await sparklines([place], '3h')).items[0]))
  expect(alone).toEqual(kept.items)
  expect(kept.items.some(({ calls }) => calls.values.some((value) => value !== null))).toBe(true)
})

test('a failure is not kept', async () => {
  await app.director('faults', { operation: 'GetMetricData', kind: 'error', times: 100 })
  await expect(sparklines(places.slice(0, 3), '1h')).rejects.toMatchObject({ code: 'aws_unreachable' })
  await app.director('faults', undefined, 'DELETE')
  expect((await sparklines(places.slice(0, 3), '1h')).items).toHaveLength(3)
})

test('an API that is gone has no sparklines, and the others have theirs', async () => {
  const { items } = await sparklines(['gone000000/prod', places[0]!])
  expect(items.map(({ place }) => place)).toEqual([places[0]])
})

test('no more is asked in a day than its limit pays for, and those that are known stay', async () => {
  const few = await startTestApp({ env: { SPARKLINES_USD_A_DAY: '0.00006' } })
  try {
    const li = await few.as('li')
    const input = { connection: 'demo', range: '3h' as const }
    const of = (some: string[]) => li.apis.sparklines({ ...input, places: some as `${string}/${string}`[] })
    expect(await of(places.slice(0, 2))).toMatchObject({ items: [{}, {}], spentUsd: null })
    const { items, spentUsd } = await of(places.slice(0, 4))
    expect([items.map(({ place }) => place), spentUsd]).toEqual([places.slice(0, 2), 0.00006])
  } finally {
    await few.close()
  }
})
