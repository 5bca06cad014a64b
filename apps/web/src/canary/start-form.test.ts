import { expect, test } from 'vitest'
import { parseOverrides } from './start-form'

test('variables are read from name=value with semicolons, and values keep their equals signs', () => {
  expect(parseOverrides(' alias=canary; query=a=b ;')).toEqual({
    variables: { alias: 'canary', query: 'a=b' },
    error: null,
  })
})

test('the part that is no variable is named', () => {
  expect(parseOverrides('alias=canary; oh dear').error).toContain('“oh dear”')
  expect(parseOverrides('a-b=1').error).toContain('“a-b=1”')
})
