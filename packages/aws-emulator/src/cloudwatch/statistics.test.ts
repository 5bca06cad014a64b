import { expect, test } from 'vitest'
import { seededRandom } from '../lib/random.ts'
import { statisticNamed } from './statistics.ts'
import { LooseTally } from './loose-tally.ts'
import { Tally } from './tally.ts'

const tallyOf = (values: number[]) => {
  const tally = new Tally()
  for (const value of values) tally.add(value, 1)
  return tally
}

const oneToHundred = Array.from({ length: 100 }, (_, index) => index + 1)

test.each([
  ['SampleCount', 100],
  ['Sum', 5050],
  ['Average', 50.5],
  ['Minimum', 1],
  ['Maximum', 100],
  ['p0', 1],
  ['p50', 50],
  ['p99', 99],
  ['p99.9', 100],
  ['p100', 100],
  ['tm90', 45.5],
  ['TM(10%:90%)', 50.5],
  ['TM(:50)', 25.5],
  ['TM(98:)', 99.5],
  ['IQM', 50.5],
  ['wm90', (45.5 * 90 + 10 * 90) / 100],
  ['tc95', 95],
  ['ts10', 55],
  ['TC(10:20)', 10],
  ['TS(10:12)', 23],
  ['PR(:30)', 30],
  ['PR(200:)', 0],
])('%s of 1 to 100 is %d', (name, expected) => {
  expect(statisticNamed(name)?.(tallyOf(oneToHundred))).toBeCloseTo(expected, 10)
})

test.each(['p101', 'p', 'tm', 'P99', 'TM(:)', 'PR(10%:20%)', 'Median', ''])('%j is no statistic', (name) => {
  expect(statisticNamed(name)).toBeUndefined()
})

test('the winsorized mean puts the bound in the place of what is out, on both sides', () => {
  const values = [1, 2, 2, 2, 5, 6, 7, 9, 9, 20]
  // Ranks 3 to 8 are in: two below count as 2, two above as 9.
  expect(statisticNamed('WM(20%:80%)')?.(tallyOf(values))).toBeCloseTo((2 * 2 + 2 + 2 + 5 + 6 + 7 + 9 + 2 * 9) / 10, 10)
})

test('percentiles are those of the sorted values, whichever way they are counted', () => {
  const random = seededRandom(5)
  const values = Array.from({ length: 997 }, () => Math.floor(random() ** 4 * 30_000))
  const sorted = values.toSorted((a, b) => a - b)
  const loose = new LooseTally()
  for (const value of values) loose.add(value, 1)
  for (const percent of [0.1, 1, 25, 49.9, 50, 50.1, 75, 90, 95, 99, 99.9]) {
    const expected = sorted[Math.ceil((percent / 100) * values.length) - 1]
    expect(statisticNamed(`p${percent}`)?.(tallyOf(values))).toBe(expected)
    expect(statisticNamed(`p${percent}`)?.(loose)).toBe(expected)
  }
})
