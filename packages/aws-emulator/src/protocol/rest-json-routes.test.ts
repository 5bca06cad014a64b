import * as client from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { builtOperation } from '../apigateway/operations.ts'
import { operationsOf } from './operation-schema.ts'
import { splitOnce } from './request.ts'
import { restJsonRouter } from './rest-json-routes.ts'

test('each of API Gateway’s operations is routed to itself', () => {
  const operations = operationsOf(client)
  const route = restJsonRouter(operations)
  expect(operations).toHaveLength(124)
  for (const { name, http } of operations) {
    const [method = '', target = ''] = http ?? []
    const [path, query] = splitOnce(target.replaceAll(/\{[^}]+\}/g, 'a%2Fb'), '?')
    const { operation, labels } = route(method, path, new URLSearchParams(query))
    expect(operation.name).toBe(name)
    expect(Object.values(labels).every((label) => label === 'a/b')).toBe(true)
  }
})

test('each of API Gateway’s operations is built', () => {
  expect(operationsOf(client).filter(({ name }) => !builtOperation(name))).toEqual([])
})
