import { expect, test } from 'vitest'
import { hasTerm, matching, parseFilter, searchable, toggleTerm, type FilterSubject } from './fleet-filter'

const checkout: FilterSubject = {
  api: 'checkout',
  id: 'a7k2q9x1bc',
  stage: 'prod',
  connection: 'demo',
  deployment: '2.14',
  by: 'mara',
  statuses: ['degraded'],
  tags: { team: 'payments' },
  is: ['attention'],
}
const catalogQa: FilterSubject = {
  ...checkout,
  api: 'Catalog',
  stage: 'qa',
  statuses: ['canary'],
  by: 'li',
  tags: {},
  is: [],
}

const shown = (text: string) => {
  const fits = matching(parseFilter(text))
  return [checkout, catalogQa].filter((row) => fits(searchable(row))).map(({ api }) => api)
}

test('nothing typed shows everything', () => {
  expect(shown('')).toEqual(['checkout', 'Catalog'])
  expect(shown('  ')).toEqual(['checkout', 'Catalog'])
})

test('words are looked for in every field, in any case, and all must be there', () => {
  expect(shown('CATALOG')).toEqual(['Catalog'])
  expect(shown('mara prod')).toEqual(['checkout'])
  expect(shown('mara qa')).toEqual([])
  expect(shown('canary')).toEqual(['Catalog'])
  expect(shown('a7k2')).toEqual(['checkout', 'Catalog'])
})

test('an exclamation mark turns a term round', () => {
  expect(shown('!canary')).toEqual(['checkout'])
  expect(shown('!stage:prod')).toEqual(['Catalog'])
})

test('a term is not found across two fields', () => {
  expect(shown('"prod demo"')).toEqual([])
  expect(shown('proddemo')).toEqual([])
})

test('a field holds a term to itself; stage and status must be whole', () => {
  expect(shown('api:cat')).toEqual(['Catalog'])
  expect(shown('stage:pro')).toEqual([])
  expect(shown('status:degraded')).toEqual(['checkout'])
  expect(shown('tag:team=pay')).toEqual(['checkout'])
})

test('what needs attention and the favourites are filters like any other', () => {
  expect(shown('is:attention')).toEqual(['checkout'])
  expect(shown('!is:attention')).toEqual(['Catalog'])
  expect(shown('is:favourite')).toEqual([])
})

test('several values of one field are alternatives', () => {
  expect(shown('stage:prod stage:qa')).toEqual(['checkout', 'Catalog'])
  expect(shown('stage:prod stage:qa by:li')).toEqual(['Catalog'])
})

test('quotes keep spaces together, open ones too, and an unknown field is plain text', () => {
  expect(parseFilter('api:"two words" "open')).toEqual([
    { not: false, field: 'api', value: 'two words' },
    { not: false, field: null, value: 'open' },
  ])
  expect(parseFilter('team:x')).toEqual([{ not: false, field: null, value: 'team:x' }])
})

test('half-typed terms are harmless', () => {
  for (const text of ['!', ':', 'stage:', '"', '!"', 'tag:=']) expect(() => shown(text)).not.toThrow()
  expect(shown('!""')).toEqual(['checkout', 'Catalog'])
})

test('a chip adds its term and takes it away', () => {
  const both = toggleTerm(toggleTerm('prod', 'status:degraded'), 'is:favourite')
  expect(both).toBe('prod status:degraded is:favourite')
  expect(hasTerm(both, 'is:favourite')).toBe(true)
  expect(toggleTerm(both, 'status:degraded')).toBe('prod is:favourite')
  expect(hasTerm('status:canaryish', 'status:canary')).toBe(false)
})
