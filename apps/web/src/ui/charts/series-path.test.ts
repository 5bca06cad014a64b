import { expect, test } from 'vitest'
import { seriesPath, topOf } from './series-path'

const box = { width: 30, height: 12, max: 10 }

test('zero is at the bottom and the maximum at the top', () => {
  expect(seriesPath([0, 10, 5, 0], box).line).toBe('M0,11L10,1L20,6L30,11')
})

test('a gap stays a gap', () => {
  expect(seriesPath([0, 10, null, 0, 10], { ...box, width: 40 }).line).toBe('M0,11L10,1M30,11L40,1')
})

test('a point alone between gaps can be seen', () => {
  const { line, area } = seriesPath([null, 10, null], { ...box, width: 20 })
  expect(line).toBe('M10,1h2')
  expect(area).toBe('M10,12L10,1h2L12,12Z')
})

test('no data draws nothing', () => {
  expect(seriesPath([null, null], box)).toEqual({ line: '', area: '' })
})

test('noise does not look like an incident: the scale has a floor', () => {
  expect(topOf([0.001, null, 0.002], 0.02)).toBe(0.02)
  expect(topOf([0.062], 0.02)).toBe(0.062)
})
