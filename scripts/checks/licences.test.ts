import { expect, test } from 'vitest'

import { isAllowed } from './licences.ts'

test.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC AND BSD-3-Clause', '(MIT OR CC0-1.0)'])(
  '%s is allowed',
  (it) => {
    expect(isAllowed(it)).toBe(true)
  },
)

test.each([
  'GPL-3.0-only',
  'LGPL-2.1-or-later',
  'AGPL-3.0',
  'MPL-2.0',
  'MIT AND GPL-2.0-only',
  'SEE LICENSE IN x',
  'Unknown',
  '',
])('%s is refused', (it) => {
  expect(isAllowed(it)).toBe(false)
})
