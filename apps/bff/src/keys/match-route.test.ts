import { expect, test } from 'vitest'
import { matchRoute } from './match-route.ts'

const routes = [
  'GET /',
  'GET /pets',
  'ANY /pets',
  'GET /pets/{id}',
  'GET /pets/new',
  'ANY /{proxy+}',
  'GET /pets/{id}/toys/{toy}',
].map((name) => {
  const [method, path] = name.split(' ') as [string, string]
  return { method, path, authorizationType: 'NONE', apiKeyRequired: false }
})

test.each([
  ['GET', '/', 'GET /'],
  ['GET', '/pets', 'GET /pets'],
  ['POST', '/pets', 'ANY /pets'],
  ['GET', '/pets/new', 'GET /pets/new'],
  ['GET', '/pets/7?x=1', 'GET /pets/{id}'],
  ['DELETE', '/pets/7', 'ANY /{proxy+}'],
  ['GET', '/pets/7/toys/2', 'GET /pets/{id}/toys/{toy}'],
  ['GET', '/else/where', 'ANY /{proxy+}'],
])('%s %s goes to %s', (method, path, expected) => {
  const found = matchRoute(routes, method, path)
  expect(found && `${found.method} ${found.path}`).toBe(expected)
})

test('a call that no route takes goes nowhere', () => {
  expect(matchRoute(routes.slice(0, 2), 'GET', '/pets/7')).toBeUndefined()
})
