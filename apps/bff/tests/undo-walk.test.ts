import { expect, test } from 'vitest'
import { startTestApp } from './test-app.ts'
import { walkAndUndo } from './undo-walk.ts'

test('an act and its undo leave the stage as it was, with every later edit of others; a restored stage equals its snapshot', async () => {
  const app = await startTestApp()

  const { broken, undone, refused, restored, remade } = await walkAndUndo(app, 20, 20, 1)

  expect(broken).toEqual([])
  expect(undone).toBeGreaterThan(50)
  expect(refused).toBeGreaterThan(2)
  expect(restored).toBeGreaterThan(15)
  expect(remade).toBeGreaterThan(3)
  await app.close()
})
