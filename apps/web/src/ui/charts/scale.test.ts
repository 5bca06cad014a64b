import { expect, test } from 'vitest'
import { plot } from './chart'
import { plotScale, timeTicks, valueTicks } from './scale'

test('value ticks are round and reach over the top', () => {
  expect(valueTicks(0.062)).toEqual([0, 0.02, 0.04, 0.06, 0.08])
  expect(valueTicks(0.02)).toEqual([0, 0.01, 0.02])
  expect(valueTicks(930)).toEqual([0, 500, 1000])
  expect(valueTicks(0)).toEqual([0, 1])
})

test('time ticks are round in the zone that is shown', () => {
  const hour = 3_600_000
  expect(timeTicks(0.5 * hour, 3.5 * hour, 6, 0)).toEqual(
    [0.5, 1, 1.5, 2, 2.5, 3, 3.5].slice(0, 7).map((h) => h * hour),
  )
  // India is five and a half hours ahead: its full hours are UTC's halves.
  expect(timeTicks(0, 3 * hour, 3, 5.5 * hour)).toEqual([0.5 * hour, 1.5 * hour, 2.5 * hour])
})

test('zero is at the bottom of the plot and the top of the scale at its top; time goes from edge to edge', () => {
  const { x, y } = plotScale({ from: 0, to: 100, periodSeconds: 60, unfinishedFrom: 100 }, 400, 200, 50)
  expect([y(0), y(50), y(25)]).toEqual([200 - plot.bottom, plot.top, (200 - plot.bottom + plot.top) / 2])
  expect([x(0), x(100)]).toEqual([plot.left, 400 - plot.right])
})
