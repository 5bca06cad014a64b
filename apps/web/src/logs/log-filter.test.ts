import { expect, test } from 'vitest'
import { filterFor } from './log-filter'

const keys = { status: 'status', httpMethod: 'method', resourcePath: 'route', 'identity.apiKeyId': 'caller.key' }

test('lines of a JSON format are found by its own keys', () => {
  expect(filterFor(keys, { status: '502', route: 'GET /pets/{petId}' })).toBe(
    '{ $.status = 502 && $.method = "GET" && $.route = "/pets/{petId}" }',
  )
  expect(filterFor(keys, { key: 'a"b' })).toBe(String.raw`{ $.caller.key = "a\"b" }`)
})

test('what the format lacks can’t be asked for', () => {
  expect(filterFor({ status: 's' }, { status: '504', route: 'GET /pets' })).toBe('{ $.s = 504 }')
})

test('lines of another format are found by their words', () => {
  expect(filterFor(null, { status: '502', route: 'GET /pets' })).toBe('502 GET /pets')
})
