import { expect, test } from 'vitest'
import { isTimeRange, mostPoints, periodFor, rangeBetween, seeRange, sparklinePeriodFor } from './time-range.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.UTC(2026, 10, 24, 12)

test.each(['3h', '15m', '2w', '2026-11-24T09:00Z..', '2026-11-24T09:00:30Z..2026-11-24T10:00Z'])(
  '%s is a range',
  (range) => expect(isTimeRange(range)).toBe(true),
)

test.each(['', '3', 'h', '3y', '-3h', '2026-13-99T09:00Z..', '..2026-11-24T09:00Z', '2026-11-24..', '1h;drop', '3h\n'])(
  '%j is none',
  (range) => expect(isTimeRange(range)).toBe(false),
)

test('a relative range ends now and goes on with the clock', () => {
  expect(seeRange('3h', now)).toEqual({ fromMs: now - 3 * hour, toMs: now, endsNow: true, slides: true, notes: [] })
})

test('from a moment till now goes on with the clock', () => {
  expect(seeRange('2026-11-24T09:00Z..', now)).toMatchObject({ fromMs: now - 3 * hour, toMs: now, endsNow: true })
})

test('an absolute range stays where it is', () => {
  const seen = seeRange('2026-11-24T09:00Z..2026-11-24T10:00Z', now)
  expect(seen).toEqual({
    fromMs: now - 3 * hour,
    toMs: now - 2 * hour,
    endsNow: false,
    slides: false,
    notes: [],
  })
})

test('a reversed range is read the other way round, and says so', () => {
  const seen = seeRange('2026-11-24T10:00Z..2026-11-24T09:00Z', now)
  expect(seen).toMatchObject({ fromMs: now - 3 * hour, toMs: now - 2 * hour, notes: ['reversed'] })
})

test('of a range that has not happened yet there is nothing', () => {
  expect(seeRange('2026-11-25T10:00Z..2026-11-25T11:00Z', now)).toBeNull()
  expect(seeRange('2026-11-25T10:00Z..', now)).toBeNull()
})

test('a range that reaches into the future ends now', () => {
  expect(seeRange('2026-11-24T11:00Z..2027-11-24T11:00Z', now)).toMatchObject({ toMs: now, notes: ['ends_in_future'] })
})

test('of ten years the 455 days are left that CloudWatch keeps', () => {
  const seen = seeRange('2016-11-24T12:00Z..', now)!
  expect(seen.notes).toEqual(['too_long'])
  expect(seen.toMs - seen.fromMs).toBe(455 * day)
})

test('a second becomes five minutes around it', () => {
  const seen = seeRange('2026-11-24T09:00:00Z..2026-11-24T09:00:01Z', now)!
  expect(seen.notes).toEqual(['too_short'])
  expect(seen.toMs - seen.fromMs).toBe(5 * minute)
  expect(seen.fromMs).toBeLessThan(Date.UTC(2026, 10, 24, 9))
})

test.each([
  [hour, 60],
  [3 * hour, 60],
  [12 * hour, 300],
  [day, 300],
  [7 * day, 3_600],
  [14 * day, 7_200],
])('%i ms are drawn at %i seconds on half a page', (span, seconds) => {
  expect(periodFor(span, span, mostPoints.half)).toBe(seconds)
})

test('a chart as wide as the page has twice the points', () => {
  expect(periodFor(10 * hour, 10 * hour, mostPoints.full)).toBe(60)
})

test('the period is one that CloudWatch still has at that age', () => {
  expect(periodFor(hour, 14 * day, 300)).toBe(60)
  expect(periodFor(hour, 16 * day, 300)).toBe(300)
  expect(periodFor(hour, 64 * day, 300)).toBe(3_600)
  expect(periodFor(455 * day, 455 * day, 300)).toBe(172_800)
})

test('a sparkline has 5 minutes a point or more', () => {
  const period = (range: string) => sparklinePeriodFor(seeRange(range, now)!, now)
  expect([period('1h'), period('3h'), period('24h'), period('7d')]).toEqual([300, 300, 1_800, 10_800])
})

test('a spelled range is read back', () => {
  const range = rangeBetween(now - hour + 30_000, now)
  expect(range).toBe('2026-11-24T11:00:30Z..2026-11-24T12:00Z')
  expect(isTimeRange(range)).toBe(true)
  expect(seeRange(range, now)).toMatchObject({ fromMs: now - hour + 30_000, toMs: now })
})
