import { GetRestApisCommand } from '@aws-sdk/client-api-gateway'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let standard: { connection: string; planId: string; at: `${string}:${string}` }

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  const { items } = await mara.plans.list({ connection: 'demo' })
  const plan = items.find(({ name }) => name === 'Standard')!
  standard = { connection: 'demo', planId: plan.id, at: `${plan.stages[0]!.apiId}:prod` }
})
afterAll(() => app.close())

test('limits as they are would have refused nobody, tighter ones name who and when', async () => {
  const asked = { ...standard, hours: 2 }
  const wide = await mara.plans.whatIf({ ...asked, rateLimit: 100, burstLimit: 100 })
  expect(wide).toMatchObject({ unknown: null, complete: true, refused: 0 })
  expect(wide.calls).toBeGreaterThan(1_000)

  const tight = await mara.plans.whatIf({ ...asked, rateLimit: 0.05, burstLimit: 2 })
  expect(tight.calls).toBe(wide.calls)
  expect(tight.keys[0]).toMatchObject({ name: 'Atlas & Sons', overQuota: 0 })
  expect(tight.keys[0]!.throttled).toBeGreaterThan(100)
  expect(tight.byHour.reduce((sum, of) => sum + of, 0)).toBe(tight.refused)

  const quota = await mara.plans.whatIf({ ...asked, quotaLimit: 1 })
  expect(quota.refused).toBe(quota.calls)
})

test('a stage without an access log, or none of the calls of others, is told', async () => {
  const { items = [] } = await app.aws.send(new GetRestApisCommand({ limit: 500 }))
  const { id } = items.find(({ name }) => name === 'partners')!
  const answer = await mara.plans.whatIf({ ...standard, at: `${id!}:sandbox` })
  expect(answer).toMatchObject({ unknown: expect.stringContaining('no access log'), calls: 0 })
})
