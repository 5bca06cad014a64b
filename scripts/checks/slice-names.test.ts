import { expect, test } from 'vitest'

import { strangers } from './slice-names.ts'

test('a slice that the contract does not know is named with its floor', () => {
  expect(strangers('apps/web/src', ['stages', 'stage'], ['stages', 'cache'])).toEqual([
    expect.stringMatching(/^apps\/web\/src\/stage is neither/),
  ])
})
