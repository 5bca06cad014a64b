import { test } from 'vitest'
import { killInTheMiddle } from './testing/kill-rounds.ts'

test('two hundred kills in the middle of writes lose nothing that was acknowledged', async () => {
  await killInTheMiddle(42, 200)
})
