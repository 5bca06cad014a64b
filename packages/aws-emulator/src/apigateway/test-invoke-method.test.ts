import {
  CreateResourceCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  TestInvokeMethodCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { putMock, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway } = await emulated()
  const { restApiId, petsId } = await smallApi(apiGateway)
  const send = sender(apiGateway)
  const one = await send(new CreateResourceCommand({ restApiId, parentId: petsId, pathPart: '{petId}' }))
  const method = { restApiId, resourceId: one.id ?? '', httpMethod: 'GET' }
  return { apiGateway, send, method }
}

test('accepts: a path, a query and headers, and tells of them in the recorded lines', async () => {
  const { apiGateway, send, method } = await started()
  await putMock(apiGateway, method)
  const asked = { ...method, pathWithQueryString: '/pets/123?a=b', headers: { X: 'y' }, body: 'z' }
  const { $metadata: _, ...answer } = await send(new TestInvokeMethodCommand(asked))
  expect(answer).toMatchObject({
    status: 200,
    body: '{"pets":[]}',
    headers: { 'Content-Type': 'application/json' },
    multiValueHeaders: { 'Content-Type': ['application/json'] },
    latency: expect.any(Number),
  })
  const at = 'Thu Jan 15 12:00:00 UTC 2026 : '
  const [first = '', ...lines] = (answer.log ?? '').split('\n')
  expect(first).toMatch(/^Execution log for request [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(lines).toEqual([
    expect.stringMatching(`^${at}Starting execution for request: `),
    `${at}HTTP Method: GET, Resource Path: /pets/{petId}`,
    `${at}Method request path: {petId=123}`,
    `${at}Method request query string: {a=b}`,
    `${at}Method request headers: {X=y}`,
    `${at}Method request body before transformations: z`,
    `${at}Method response body after transformations: {"pets":[]}`,
    `${at}Method response headers: {Content-Type=application/json}`,
    `${at}Successfully completed execution`,
    `${at}Method completed with status: 200`,
    '',
  ])
})

test('refuses: a method or a certificate that isn’t there', async () => {
  const { apiGateway, send, method } = await started()
  await expect(send(new TestInvokeMethodCommand(method))).rejects.toThrow('Invalid Method identifier specified')
  await putMock(apiGateway, method)
  await expect(send(new TestInvokeMethodCommand({ ...method, clientCertificateId: 'none' }))).rejects.toThrow(
    'Invalid Client Certificate identifier specified',
  )
})

test('does: it runs what isn’t deployed; an endpoint that misses its variable fails as recorded', async () => {
  const { send, method } = await started()
  await send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
  const uri = 'https://${stageVariables.host}/x'
  await send(new PutIntegrationCommand({ ...method, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri }))
  const failed = await send(new TestInvokeMethodCommand(method))
  expect(failed).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' })
  expect(failed.log).toContain('Execution failed due to configuration error: Invalid endpoint address')
  expect(failed.log).toContain('Method completed with status: 500')
})
