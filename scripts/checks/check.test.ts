import { expect, test } from 'vitest'

import { problemsOf } from './check.ts'

test('a check that looked at nothing fails', () => {
  expect(problemsOf({ looked: 0, of: 'modules', problems: [] })).toEqual(['looked at 0 modules'])
  expect(problemsOf({ looked: Number.NaN, of: 'modules', problems: [] })).toEqual(['looked at 0 modules'])
  expect(problemsOf({ looked: 1, of: 'modules', problems: [] })).toEqual([])
})
