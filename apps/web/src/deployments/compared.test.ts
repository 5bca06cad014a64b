import { expect, test } from 'vitest'
import { olderFirst, parseCompared, printCompared, toggleCompared } from './compared'

test('the compared pair goes through the URL unchanged', () => {
  expect(parseCompared(printCompared(['a1', 'b2']))).toEqual(['a1', 'b2'])
  expect(printCompared([])).toBeUndefined()
})

test('nonsense in the URL compares nothing', () => {
  expect(parseCompared('..')).toEqual([])
  expect(parseCompared('a1.<x>.a1.b2.c3')).toEqual(['a1', 'b2'])
})

test('a third tick takes the place of the last', () => {
  expect(toggleCompared(['a', 'b'], 'c')).toEqual(['a', 'c'])
  expect(toggleCompared(['a', 'b'], 'a')).toEqual(['b'])
})

test('the older one comes first', () => {
  expect(
    olderFirst(
      ['new', 'old'],
      [
        { id: 'new', createdAt: '2026-11-25T12:00:00.000Z' },
        { id: 'old', createdAt: '2026-11-24T12:00:00.000Z' },
      ],
    ),
  ).toEqual(['old', 'new'])
})
