import { expect, test } from 'vitest'
import { cacheSizes, hourlyUsd, missingFor, priceText, ttlProblem } from './cache-rules.ts'

const on = { enabled: true, status: 'AVAILABLE' }
const get = { method: 'GET', own: false, cachingEnabled: true, cacheTtlInSeconds: 300 }

test.each([0, 300, 3600])('a time to live of %d s is taken', (seconds) => {
  expect(ttlProblem(seconds)).toBeNull()
})

test.each([-1, 3601, 0.5, Number.NaN, null])('a time to live of %s is not', (seconds) => {
  expect(ttlProblem(seconds)).toContain('0 to 3,600')
})

test('only the confirmed price is shown without a doubt, and bigger costs more', () => {
  expect(priceText('0.5')).toBe('US$ 0.02')
  expect(priceText('1.6')).toBe('US$ 0.038 (to be checked)')
  expect(priceText('7')).toBe('price unknown')
  const prices = cacheSizes.map((size) => hourlyUsd[size].usd)
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
})

test('a GET by the default, and any verb by a setting of its own, is really cached', () => {
  expect(missingFor(get, on)).toEqual([])
  expect(missingFor({ ...get, method: 'POST', own: true }, on)).toEqual([])
})

test.each([
  ['cluster_off', get, { enabled: false, status: 'NOT_AVAILABLE' }],
  ['cluster_changing', get, { enabled: true, status: 'CREATE_IN_PROGRESS' }],
  ['caching_off', { ...get, cachingEnabled: false }, on],
  ['not_get', { ...get, method: 'POST' }, on],
  ['ttl_zero', { ...get, cacheTtlInSeconds: 0 }, on],
])('the missing light is named: %s', (light, method, cluster) => {
  expect(missingFor(method, cluster)).toEqual([light])
})

test('every missing light is named at once', () => {
  const off = { enabled: false, status: 'NOT_AVAILABLE' }
  expect(missingFor({ ...get, cachingEnabled: false, cacheTtlInSeconds: 0 }, off)).toEqual([
    'cluster_off',
    'caching_off',
    'ttl_zero',
  ])
})
