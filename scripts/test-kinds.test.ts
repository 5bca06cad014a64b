import { expect, test } from 'vitest'

import { chooseKinds } from './test-kinds.ts'

const chosen = (...args: string[]) => chooseKinds(args).map(({ name }) => name)

test('everything but the deep runs unless they are asked for', () => {
  expect(chosen()).toEqual(['checks', 'unit', 'cli', 'stories'])
  expect(chosen('--deep')).toEqual(['checks', 'unit', 'cli', 'stories', 'deep'])
})

test('--only names what runs, and may be given again', () => {
  expect(chosen('--only', 'deep')).toEqual(['deep'])
  expect(chosen('--only', 'stories,unit')).toEqual(['unit', 'stories'])
  expect(chosen('--only', 'cli', '--only', 'checks', '--deep')).toEqual(['checks', 'cli', 'deep'])
})

test('a kind or an option that does not exist is refused with what does', () => {
  expect(() => chosen('--only', 'units')).toThrow('checks, unit, cli, stories, deep')
  expect(() => chosen('--only')).toThrow('checks, unit, cli, stories, deep')
  expect(() => chosen('--quick')).toThrow('not --quick')
})
