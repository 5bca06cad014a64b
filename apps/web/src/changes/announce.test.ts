import type { Change } from '@callboard/shared-types/changes/change.schemas'
import { expect, test } from 'vitest'
import { takeNew } from './announce'

test('what was announced is handed out once, whoever asks the second time', () => {
  const [first, second] = [{ id: 'a' }, { id: 'b' }] as Change[]
  expect(takeNew([first!])).toEqual([first])
  expect(takeNew([first!])).toEqual([])
  expect(takeNew([first!, second!])).toEqual([second])
})
