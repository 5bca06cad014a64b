import { describe, expect, test } from 'vitest'
import type { CacheView } from '@callboard/shared-types/cache/cache.schemas'
import {
  allMethods,
  cellOf,
  fieldOf,
  noEdits,
  rebased,
  summaryOf,
  wantedOf,
  withEdit,
  withoutEdit,
} from './cache-edits'

const choice = {
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER' as const,
}

const view = (more: Partial<CacheView> = {}): CacheView => ({
  enabled: false,
  size: null,
  status: 'NOT_AVAILABLE',
  changingSince: null,
  default: choice,
  methods: [
    { ...choice, key: '~1own/GET', name: 'GET /own', own: true, orphan: false, missing: [], keyLacks: [] },
    { ...choice, key: '~1plain/GET', name: 'GET /plain', own: false, orphan: false, missing: [], keyLacks: [] },
  ],
  methodsUnknown: null,
  canaryShares: null,
  authorizers: null,
  hits: null,
  misses: null,
  hitRatio: { from: '2026-11-24T12:00:00.000Z', periodSeconds: 60, values: [] },
  figuresUnknown: null,
  asOf: '2026-11-24T12:00:00.000Z',
  ...more,
})

const ttl = (key: string) => fieldOf(key, 'cacheTtlInSeconds')

test('a method without settings of its own follows the edited default; one with its own does not', () => {
  const draft = withEdit(view(), noEdits, ttl(allMethods), 60)
  expect(wantedOf(view(), draft, '~1plain/GET').cacheTtlInSeconds).toBe(60)
  expect(cellOf(view(), draft, ttl('~1plain/GET')).edited).toBe(false)
  expect(wantedOf(view(), draft, '~1own/GET').cacheTtlInSeconds).toBe(300)
})

test('edits become what is sent', () => {
  let draft = withEdit(view(), noEdits, 'enabled', true)
  draft = withEdit(view(), draft, 'size', '1.6')
  draft = withEdit(view(), draft, fieldOf('~1plain/GET', 'cachingEnabled'), true)
  draft = withEdit(view(), draft, ttl(allMethods), 60)

  expect(summaryOf(view(), draft)).toMatchObject({
    count: 4,
    problem: null,
    edits: {
      enabled: true,
      size: '1.6',
      methods: { '~1plain/GET': { cachingEnabled: true }, [allMethods]: { cacheTtlInSeconds: 60 } },
    },
  })
})

test('a cluster that is turned on without a size gets the smallest, and one that is turned off has none', () => {
  expect(summaryOf(view(), withEdit(view(), noEdits, 'enabled', true)).edits).toMatchObject({
    enabled: true,
    size: '0.5',
  })
  const on = view({ enabled: true, size: '0.5' })
  const draft = withEdit(on, withEdit(on, noEdits, 'size', '6.1'), 'enabled', false)
  expect(summaryOf(on, draft)).toMatchObject({ count: 1, edits: { enabled: false, methods: {} } })
  expect(summaryOf(on, draft).edits).not.toHaveProperty('size')
})

test.each([3601, -1, 1.5, null])('a time to live of %s is named and keeps the edits from being reviewed', (seconds) => {
  const draft = withEdit(view(), noEdits, ttl('~1own/GET'), seconds)
  expect(summaryOf(view(), draft).problem).toBe('Put right: GET /own: time to live.')
})

describe('when the stage changes under an edit', () => {
  const draft = withEdit(view(), noEdits, ttl(allMethods), 60)
  const later = view({ default: { ...choice, cacheTtlInSeconds: 900 } })

  test('what was typed stays, and what moved is named with all three values', () => {
    expect(summaryOf(later, draft).moved).toEqual([
      { field: ttl(allMethods), label: 'All methods: time to live', over: 300, present: 900, value: 60 },
    ])
  })

  test('mine is kept over theirs, or theirs is taken', () => {
    expect(summaryOf(later, rebased(later, draft, ttl(allMethods)))).toMatchObject({ count: 1, moved: [] })
    expect(summaryOf(later, withoutEdit(draft, ttl(allMethods))).count).toBe(0)
  })
})
