import { ImportApiKeysCommand } from '@aws-sdk/client-api-gateway'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetKeys, keyedStage, type KeyedStage } from '../../tests/keyed-stage.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

const many = 1_700

let app: TestApp
let mara: Client
let at: KeyedStage

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  at = await keyedStage(app)
  const rows = Array.from({ length: many }, (_, n) => `key ${n},planted-value-of-key-${n},${n % 3 > 0}`)
  const body = new TextEncoder().encode(['name,key,enabled', ...rows].join('\n'))
  await app.aws.send(new ImportApiKeysCommand({ format: 'csv', body, failOnWarnings: true }))
})
afterAll(() => app.close())

const forget = async () => {
  forgetKeys(app)
  await app.director('calls', undefined, 'DELETE')
}

test('keys cost one call for each 500, once for everyone', async () => {
  await forget()
  const lists = await Promise.all([mara, mara, await app.as('li')].map((of) => of.keys.list({ connection: 'demo' })))
  for (const { items } of lists) expect(items.length).toBeGreaterThan(many)
  expect(await app.called('GetApiKeys')).toBe(Math.ceil(lists[0]!.items.length / 500))
})

test('a key says which plans it is in, and never its value', async () => {
  await forget()
  const answer = await mara.keys.list({ connection: 'demo' })
  expect(answer.items.find(({ id }) => id === at.keyId)).toMatchObject({ planIds: [at.planId], enabled: true })
  expect(answer.plansPending).toBe(0)
  const view = await mara.keys.get({ connection: 'demo', keyId: at.keyId })
  const text = JSON.stringify([answer, view, await mara.plans.get({ connection: 'demo', planId: at.planId })])
  expect(text).not.toContain('planted-value')
  expect(text).not.toContain(at.value)
})
