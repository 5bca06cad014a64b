import * as client from '@aws-sdk/client-api-gateway'
import { GetVpcLinksCommand, GetSdkTypesCommand } from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated } from '../testing/emulated.ts'
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

test('an operation that isn’t built answers 501 and names it', async () => {
  const { apiGateway } = await emulated()
  const refused = (operation: string) => ({
    name: 'NotImplementedException',
    message: `The emulator doesn't have the operation ${operation} of API Gateway yet`,
    $metadata: { httpStatusCode: 501 },
  })
  await expect(apiGateway.send(new GetVpcLinksCommand({}))).rejects.toMatchObject(refused('GetVpcLinks'))
  await expect(apiGateway.send(new GetSdkTypesCommand({}))).rejects.toMatchObject(refused('GetSdkTypes'))
})
