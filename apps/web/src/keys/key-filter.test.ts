import type { KeyRow } from '@callboard/shared-types/keys/keys.schemas'
import { describe, expect, test } from 'vitest'
import { filterKeys, sortKeys, subjectOf, type KeyFilter } from './key-filter'

const key = (name: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id: `id-${name}`,
  name,
  enabled: true,
  owner: null,
  email: null,
  planIds: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
})

const plans = new Map([['p1', 'Premium']])
const keys = [
  key('key 10', { owner: 'Atlas', planIds: ['p1'], createdAt: '2026-02-01T00:00:00.000Z' }),
  key('key 9', { enabled: false, email: 'a@kite.example' }),
  key('old', { owner: 'Kite', planIds: ['p1'] }),
].map((one) => subjectOf(one, plans))

const names = (filter: Partial<KeyFilter>) => filterKeys(keys, { text: '', ...filter }).map((of) => of.key.name)

describe('the filter', () => {
  test('finds words in name, id, owner, e-mail and plan, all of them', () => {
    expect(names({ text: 'kite' })).toEqual(['key 9', 'old'])
    expect(names({ text: 'PREM kite' })).toEqual(['old'])
    expect(names({ text: 'id-old' })).toEqual(['old'])
  })

  test('leaves out what has a word with an exclamation mark', () => {
    expect(names({ text: '!kite' })).toEqual(['key 10'])
    expect(names({ text: '!' })).toEqual([])
  })

  test('goes by state and plan besides', () => {
    expect(names({ state: 'disabled' })).toEqual(['key 9'])
    expect(names({ state: 'no-plan' })).toEqual(['key 9'])
    expect(names({ planId: 'p1', text: 'atlas' })).toEqual(['key 10'])
  })
})

test('names are sorted as people count, and who has no owner stands last either way', () => {
  const by = (sort: Parameters<typeof sortKeys>[1]) => sortKeys(keys, sort).map((of) => of.key.name)
  expect(by('name')).toEqual(['key 9', 'key 10', 'old'])
  expect(by('owner')).toEqual(['key 10', 'old', 'key 9'])
  expect(by('-owner')).toEqual(['old', 'key 10', 'key 9'])
  expect(by('-created')[0]).toBe('key 10')
})
