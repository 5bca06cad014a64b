import { expect, test } from 'vitest'
import type { Pulse } from '@callboard/shared-types/apis/apis.schemas'
import { statusesOf } from './stage-status'

const series = { from: '2026-11-24T12:00:00.000Z', periodSeconds: 60, values: [] }
const pulse = (health: Pulse['health'], errorRate: number | null = null): Pulse => ({
  apiId: 'a',
  stage: 'prod',
  health,
  callsPerMinute: null,
  errorRate,
  calls: series,
  errors5xx: series,
  p99Ms: series,
})
const plain = { canary: null, cacheClusterStatus: 'NOT_AVAILABLE' }
const canary = { canary: { deploymentId: 'd', percentTraffic: 10 }, cacheClusterStatus: 'AVAILABLE' }
const texts = (...input: Parameters<typeof statusesOf>) =>
  statusesOf(...input).map(({ text }) => text.replaceAll('\u00a0', ' '))

test('a degraded stage says its rate, and its canary besides', () => {
  expect(texts(plain, pulse('degraded', 0.062))).toEqual(['Degraded 5XX 6.2 %'])
  expect(texts(canary, pulse('degraded', 0.062))).toEqual(['Degraded 5XX 6.2 %', 'Canary 10 %'])
})

test('a healthy canary is a canary', () => {
  expect(texts(canary, pulse('healthy'))).toEqual(['Canary 10 %'])
})

test('what CloudWatch did not say is unknown, never healthy', () => {
  expect(texts(plain, 'failed')).toEqual(['Unknown'])
  expect(texts(plain, pulse('unknown'))).toEqual(['Unknown'])
  expect(texts(plain, 'loading')).toEqual([])
})

test('a cache under way is told in any direction', () => {
  expect(texts({ canary: null, cacheClusterStatus: 'FLUSH_IN_PROGRESS' }, pulse('healthy'))).toEqual(['Cache changing'])
})

test('no traffic is not healthy', () => {
  expect(texts(plain, pulse('no_traffic'))).toEqual(['No traffic'])
})
