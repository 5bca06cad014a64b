import { expect, test } from 'vitest'
import { DailySpending } from './daily-spending.ts'

test('a day has so many metrics as its limit pays for, and the next day as many again', () => {
  let now = Date.UTC(2026, 10, 24, 12)
  const spending = new DailySpending(0.01, () => now)
  expect(spending.isSpent(1_000)).toBe(false)
  spending.spend(999)
  expect([spending.isSpent(1), spending.isSpent(2)]).toEqual([false, true])
  now = Date.UTC(2026, 10, 25)
  expect(spending.isSpent(1_000)).toBe(false)
})
