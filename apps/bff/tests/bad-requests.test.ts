import { expect, test } from 'vitest'
import { sendBadRequests } from './bad-requests.ts'
import { startTestApp } from './test-app.ts'

test('a seeded thousand of bad requests never meets a 500', async () => {
  const app = await startTestApp()

  expect(await sendBadRequests(app, 1_000, 1)).toEqual([])

  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  await app.close()
})
