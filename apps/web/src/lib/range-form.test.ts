import { expect, test } from 'vitest'
import { spelledInstant, typedInstant, typedRange } from './range-form'

const now = Date.UTC(2026, 10, 24, 12)
const typed = (from: string, to: string) => typedRange({ from, to }, 'utc', now)

test('an instant is typed with or without its time', () => {
  expect(typedInstant('2026-11-24 09:30', 'utc')).toBe(Date.UTC(2026, 10, 24, 9, 30))
  expect(typedInstant(' 2026-11-24T09:30:15 ', 'utc')).toBe(Date.UTC(2026, 10, 24, 9, 30, 15))
  expect(typedInstant('2026-11-24', 'utc')).toBe(Date.UTC(2026, 10, 24))
  expect(typedInstant('2026-13-24', 'utc')).toBeNull()
  expect(typedInstant('yesterday', 'utc')).toBeNull()
})

test('what was spelled is read back, in both zones', () => {
  for (const zone of ['utc', 'local'] as const) expect(typedInstant(spelledInstant(now, zone), zone)).toBe(now)
})

test('two instants are a range, one goes on till now', () => {
  expect(typed('2026-11-24 09:00', '2026-11-24 10:00')).toEqual({ range: '2026-11-24T09:00Z..2026-11-24T10:00Z' })
  expect(typed('2026-11-24 09:00', '')).toEqual({ range: '2026-11-24T09:00Z..' })
})

test('what cannot be is named where it was typed', () => {
  expect(typed('x', '')).toMatchObject({ field: 'from' })
  expect(typed('2026-11-25 09:00', '')).toEqual({ field: 'from', error: 'Is still to come' })
  expect(typed('2026-11-24 09:00', '2026-11-24 08:00')).toEqual({ field: 'to', error: 'Is before the beginning' })
})
