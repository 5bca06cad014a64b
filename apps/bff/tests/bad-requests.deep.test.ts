import { expect, test } from 'vitest'
import { sendBadRequests } from './bad-requests.ts'
import { startTestApp } from './test-app.ts'

test('ten thousand bad requests never meet a 500', async () => {
  const app = await startTestApp()

  expect(await sendBadRequests(app, 10_000, 2)).toEqual([])

  await app.close()
})
