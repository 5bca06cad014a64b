import { expect, test } from 'vitest'
import { createWorldClock } from './world-clock'

test('knows no time before the BFF has said it', () => {
  expect(createWorldClock(() => 5).now()).toBeNull()
})

test('goes on from the given instant at the given speed', () => {
  let process = 1_000
  const clock = createWorldClock(() => process)
  clock.set('2026-11-24T12:00:00.000Z', 60)

  process += 2_000

  expect(clock.now()).toBe(Date.parse('2026-11-24T12:02:00.000Z'))
  expect(clock.processMsFor(60_000)).toBe(1_000)
})

test('a clock that was set anew leaves its old anchor behind', () => {
  let process = 0
  const clock = createWorldClock(() => process)
  clock.set('2026-11-24T12:00:00.000Z', 1)
  process = 500
  clock.set('2026-11-24T13:00:00.000Z', 1)
  process = 1_500

  expect(clock.now()).toBe(Date.parse('2026-11-24T13:00:01.000Z'))
})
