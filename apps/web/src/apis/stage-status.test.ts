import { expect, test } from 'vitest'
import type { StageHealth } from '@callboard/shared-types/apis/apis.schemas'
import { isStaleCanary, needsAttention, statusesOf } from './stage-status'

const doing = (health: StageHealth['health'], errorRate: number | null = null): StageHealth => ({
  apiId: 'a',
  stage: 'prod',
  health,
  callsPerMinute: null,
  errorRate,
  p99Ms: null,
})
const plain = { canary: null, cacheClusterStatus: 'NOT_AVAILABLE' }
const canary = { canary: { deploymentId: 'd', percentTraffic: 10 }, cacheClusterStatus: 'AVAILABLE' }
const texts = (...input: Parameters<typeof statusesOf>) =>
  statusesOf(...input).map(({ text }) => text.replaceAll('\u00a0', ' '))

test('a degraded stage says its rate, and its canary besides', () => {
  expect(texts(plain, doing('degraded', 0.062))).toEqual(['Degraded 5XX 6.2 %'])
  expect(texts(canary, doing('degraded', 0.062))).toEqual(['Degraded 5XX 6.2 %', 'Canary 10 %'])
})

test('a healthy canary is a canary', () => {
  expect(texts(canary, doing('healthy'))).toEqual(['Canary 10 %'])
})

test('what CloudWatch did not say is unknown, never healthy', () => {
  expect(texts(plain, 'failed')).toEqual(['Unknown'])
  expect(texts(plain, doing('unknown'))).toEqual(['Unknown'])
  expect(texts(plain, 'loading')).toEqual([])
})

test('a cache under way is told in any direction', () => {
  expect(texts({ canary: null, cacheClusterStatus: 'FLUSH_IN_PROGRESS' }, doing('healthy'))).toEqual(['Cache changing'])
})

test('no traffic is not healthy', () => {
  expect(texts(plain, doing('no_traffic'))).toEqual(['No traffic'])
})

test('a canary that nobody touched for more than seven days is stale and needs attention', () => {
  const row = { ...canary, lastChange: { at: '2026-11-17T12:00:00.000Z', by: null } }
  const day8 = Date.parse('2026-11-25T12:00:00.000Z')
  expect(isStaleCanary(row, Date.parse('2026-11-24T12:00:00.000Z'))).toBe(false)
  expect(isStaleCanary(row, day8)).toBe(true)
  expect(isStaleCanary({ ...row, canary: null }, day8)).toBe(false)
  const statuses = statusesOf(row, doing('healthy'), true)
  expect(statuses.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual(['Canary 10 %, stale'])
  expect(needsAttention(statuses, true)).toBe(true)
})

test("what fails, changes or can't be read needs attention; what does well or has no traffic doesn't", () => {
  const needs = (...input: Parameters<typeof statusesOf>) => needsAttention(statusesOf(...input), false)
  expect(needs(plain, doing('degraded', 0.06))).toBe(true)
  expect(needs(plain, 'failed')).toBe(true)
  expect(needs({ canary: null, cacheClusterStatus: 'CREATE_IN_PROGRESS' }, doing('healthy'))).toBe(true)
  expect(needs(canary, doing('healthy'))).toBe(false)
  expect(needs(plain, doing('no_traffic'))).toBe(false)
  expect(needs(plain, 'loading')).toBe(false)
})
