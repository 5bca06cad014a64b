import { test } from 'vitest'
import { sendBadRequests } from '../testing/bad-requests.ts'

test('ten thousand bad requests never yield a 500 nor end the emulator', async () => {
  await sendBadRequests(42, 10_000)
})
