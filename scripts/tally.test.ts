import { expect, test } from 'vitest'

import { closingLine, sum } from './tally.ts'

test('the closing line names skips only where there are some', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: [] })).toBe('12 passed, 0 failed')
  expect(closingLine({ passed: 12, failed: 3, skipped: ['a', 'b'] })).toBe('12 passed, 3 failed, 2 skipped')
})

test('the closing line speaks for every kind', () => {
  const kinds = [
    { passed: 1, failed: 0, skipped: ['a'] },
    { passed: 2, failed: 1, skipped: ['b'] },
  ]

  expect(closingLine(sum(kinds))).toBe('3 passed, 1 failed, 2 skipped')
})
