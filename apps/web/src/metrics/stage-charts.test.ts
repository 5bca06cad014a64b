import { expect, test } from 'vitest'
import { recentSum } from './stage-charts'

const from = '2026-11-24T12:00:00.000Z'
const minutes = (n: number) => Date.parse(from) + n * 60_000

test('a recent figure leaves the unfinished minute out', () => {
  expect(recentSum({ from, periodSeconds: 60, values: [10, 20, 999] }, minutes(2))).toEqual({ sum: 30, minutes: 2 })
})

test('gaps count neither as calls nor as time', () => {
  expect(recentSum({ from, periodSeconds: 60, values: [10, null, 20] }, minutes(3))).toEqual({ sum: 30, minutes: 2 })
})

test('it reaches back 5 minutes', () => {
  expect(recentSum({ from, periodSeconds: 60, values: Array(40).fill(1) }, minutes(40))).toEqual({
    sum: 5,
    minutes: 5,
  })
})

test('no data is not zero', () => {
  expect(recentSum({ from, periodSeconds: 60, values: [null, null] }, minutes(2))).toBeNull()
})
