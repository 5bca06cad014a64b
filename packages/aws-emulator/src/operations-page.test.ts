import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operationsPage } from './operations-page.ts'

test('the page of operations is what the code says; print it again where this fails', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/emulator-operations.md'), 'utf8')
  expect(page).toBe(operationsPage())
})
