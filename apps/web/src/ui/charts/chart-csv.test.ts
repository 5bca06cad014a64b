import { expect, test } from 'vitest'
import { chartCsv } from './chart-csv'

const from = '2026-11-24T12:00:00.000Z'
const span = { from: Date.parse(from), to: Date.parse(from) + 180_000, periodSeconds: 60, unfinishedFrom: Infinity }
const line = (label: string, values: (number | null)[]) => ({
  label,
  color: 'red',
  series: { from, periodSeconds: 60, values },
})

test('a gap is an empty cell, and zero is zero', () => {
  expect(chartCsv([line('p99, all', [1.5, null, 0])], span)).toBe(
    'time,"p99, all"\r\n2026-11-24T12:00:00.000Z,1.5\r\n2026-11-24T12:01:00.000Z,\r\n2026-11-24T12:02:00.000Z,0\r\n',
  )
})

test('a label that a spreadsheet would compute is text', () => {
  expect(chartCsv([line('=1+1', [])], span)).toContain("'=1+1")
})
