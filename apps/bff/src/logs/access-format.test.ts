import { expect, test } from 'vitest'
import { breakdownQuery } from './breakdown-query.ts'
import { fieldsOf, readAccessFormat } from '../aws/access-format.ts'

const json =
  '{"requestId":"$context.requestId","status":"$context.status","error":{"why":$context.error.messageString},"k":"$context.identity.apiKeyId"}'
const clf =
  '$context.identity.sourceIp $context.identity.caller [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId'

test('JSON is taken apart by its keys, also deep ones and those whose value brings its own quotes', () => {
  const format = readAccessFormat(json)!
  expect(fieldsOf(format, '{"requestId":"r1","status":"502","error":{"why":"Internal server error"},"k":"-"}')).toEqual(
    {
      requestId: 'r1',
      status: '502',
      'error.messageString': 'Internal server error',
    },
  )
  expect(fieldsOf(format, 'half a li')).toBeNull()
})

test('AWS’s common log format is taken apart by what stands between', () => {
  const line = '10.0.0.1 - [24/Nov/2026:12:00:00 +0000] "GET /pets/{id} HTTP/1.1" 504 41 r2'
  expect(fieldsOf(readAccessFormat(clf)!, line)).toMatchObject({
    'identity.sourceIp': '10.0.0.1',
    httpMethod: 'GET',
    resourcePath: '/pets/{id}',
    status: '504',
    requestId: 'r2',
  })
  expect(fieldsOf(readAccessFormat(clf)!, 'something else')).toBeNull()
})

test('variables that touch each other can’t be told apart', () => {
  expect(readAccessFormat('$context.status$context.requestId')).toBeNull()
})

test('the query of a break-down names the fields as the format has them', () => {
  expect(breakdownQuery(readAccessFormat(json)!)).toBe(
    ['filter status >= 400', 'stats count(*) as n by status, k', 'sort n desc', 'limit 10000'].join('\n| '),
  )
  expect(breakdownQuery(readAccessFormat(clf)!)).toContain(
    String.raw`parse @message "* * [*] \"* * *\" * * *" as v0, v1, v2, v3, v4, v5, v6, v7, v8`,
  )
  expect(breakdownQuery(readAccessFormat('$context.requestId $context.path')!)).toBeNull()
})
