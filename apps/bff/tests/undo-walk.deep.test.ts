import { expect, test } from 'vitest'
import { startTestApp } from './test-app.ts'
import { walkAndUndo } from './undo-walk.ts'

test('over two hundred histories of twenty acts, each undo puts back its own and keeps the rest, and a restored stage equals its snapshot', async () => {
  const app = await startTestApp()

  expect((await walkAndUndo(app, 200, 20, 2)).broken).toEqual([])

  await app.close()
})
