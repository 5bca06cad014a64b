import { expect, test } from 'vitest'
import { age, count, date, duration, percent, period, plural } from './format'

const at = '2026-11-24T12:00:00.000Z'
const after = (ms: number) => age(at, Date.parse(at) + ms)

test('an age is told in its largest whole unit', () => {
  expect([after(3_000), after(59_000), after(60_000), after(3_599_000), after(3_600_000)]).toEqual([
    'just now',
    'just now',
    '1m ago',
    '59m ago',
    '1h ago',
  ])
  expect([after(26 * 3_600_000), after(12 * 86_400_000), after(40 * 86_400_000)]).toEqual([
    '1d ago',
    '12d ago',
    '1mo ago',
  ])
})

test('an age is never in the future, whatever the clocks say', () => {
  expect(after(-5_000)).toBe('just now')
})

test('a small rate keeps a digit that says something', () => {
  expect([percent(0), percent(0.00001), percent(0.00068), percent(0.06), percent(0.0623), percent(1)]).toEqual([
    '0\u00a0%',
    '<0.01\u00a0%',
    '0.07\u00a0%',
    '6.0\u00a0%',
    '6.2\u00a0%',
    '100\u00a0%',
  ])
})

test('figures carry their unit', () => {
  expect(duration(1234)).toBe('1,234\u00a0ms')
  expect(duration(29_000)).toBe('29\u00a0s')
  expect(count(1400.4)).toBe('1,400')
  expect(count(3.25)).toBe('3.3')
  expect([period(60), period(300), period(3600)]).toEqual(['1\u00a0min', '5\u00a0min', '1\u00a0h'])
  expect([plural(1, 'route'), plural(24, 'route')]).toEqual(['1 route', '24 routes'])
})

test('UTC is shown as UTC', () => {
  expect(date(at, 'clock', 'utc')).toBe('12:00:00')
  expect(date(at, 'dateTime', 'utc')).toBe('24 Nov, 12:00')
})
