import { expect, test } from 'vitest'
import { rateVerdict } from './verdict.ts'

test('few calls on one side say so, with how many there are', () => {
  expect(rateVerdict({ calls: 9_000, errors: 3 }, { calls: 41, errors: 40 })).toBe('too few calls to tell: 41 of 200')
})

test('a rate that is clearly higher or lower is said to be, one within chance is not', () => {
  expect(rateVerdict({ calls: 9_000, errors: 45 }, { calls: 1_000, errors: 40 })).toBe('the canary fails more')
  expect(rateVerdict({ calls: 9_000, errors: 400 }, { calls: 1_000, errors: 2 })).toBe('the canary fails less')
  expect(rateVerdict({ calls: 9_000, errors: 45 }, { calls: 1_000, errors: 7 })).toBe('no difference seen')
  expect(rateVerdict({ calls: 9_000, errors: 0 }, { calls: 1_000, errors: 0 })).toBe('no difference seen')
})

test('without data there is no verdict', () => {
  expect(rateVerdict({ calls: null, errors: null }, { calls: 500, errors: 0 })).toBeNull()
})
