import {
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  TestInvokeMethodCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { describeOperation } from '../testing/describe-operation.ts'
import { backend } from '../testing/backends.ts'
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

describeOperation('TestInvokeMethod', {
  accepts: {
    'a path, a query and headers, and tells of them in the recorded lines': async () => {
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
    },
  },
  refuses: {
    'a method or a certificate that isn’t there': async () => {
      const { apiGateway, send, method } = await started()
      await expect(send(new TestInvokeMethodCommand(method))).rejects.toThrow('Invalid Method identifier specified')
      await putMock(apiGateway, method)
      await expect(send(new TestInvokeMethodCommand({ ...method, clientCertificateId: 'none' }))).rejects.toThrow(
        'Invalid Client Certificate identifier specified',
      )
    },
  },
  does: {
    'it runs what isn’t deployed; an endpoint that misses its variable fails as recorded': async () => {
      const { send, method } = await started()
      await send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
      const uri = 'https://${stageVariables.host}/x'
      await send(new PutIntegrationCommand({ ...method, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri }))
      const failed = await send(new TestInvokeMethodCommand(method))
      expect(failed).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' })
      expect(failed.log).toContain('Execution failed due to configuration error: Invalid endpoint address')
      expect(failed.log).toContain('Method completed with status: 500')
    },
    'templates, variables, models and gateway responses show as in a stage, before any deployment': async () => {
      const { send, method } = await started()
      const { restApiId } = method
      const model = { restApiId, contentType: 'application/json', name: 'Pet', schema: '{"required":["name"]}' }
      await send(new CreateModelCommand(model))
      const { id: requestValidatorId } = await send(
        new CreateRequestValidatorCommand({ restApiId, name: 'v', validateRequestBody: true }),
      )
      const responseTemplates = { 'application/json': '{"no":$context.error.messageString}' }
      await send(
        new PutGatewayResponseCommand({
          restApiId,
          responseType: 'BAD_REQUEST_BODY',
          statusCode: '422',
          responseTemplates,
        }),
      )
      const post = { ...method, httpMethod: 'POST' }
      const requestModels = { 'application/json': 'Pet' }
      await send(new PutMethodCommand({ ...post, authorizationType: 'NONE', requestValidatorId, requestModels }))
      const requestTemplates = { 'application/json': '{"statusCode": 200}' }
      await send(new PutIntegrationCommand({ ...post, type: 'MOCK', requestTemplates }))
      await send(new PutMethodResponseCommand({ ...post, statusCode: '200' }))
      const template = `{"id":"$input.params('petId')","mode":"$stageVariables.mode","stage":"$context.stage"}`
      await send(
        new PutIntegrationResponseCommand({
          ...post,
          statusCode: '200',
          responseTemplates: { 'application/json': template },
        }),
      )
      const asked = { ...post, pathWithQueryString: '/pets/7', stageVariables: { mode: 'new' } }
      expect(await send(new TestInvokeMethodCommand({ ...asked, body: '{"name":"Rex"}' }))).toMatchObject({
        status: 200,
        body: '{"id":"7","mode":"new","stage":"test-invoke-stage"}',
      })
      const refused = await send(new TestInvokeMethodCommand({ ...asked, body: '{}' }))
      expect(refused).toMatchObject({ status: 422, body: '{"no":"Invalid request body"}' })
      expect(refused.log).toContain('Request body does not match model schema for content type application/json')
    },
    'backends are called, and neither authorizers, keys nor throttles stand before them': async () => {
      const { url, seen } = await backend((response) => response.writeHead(201, { 'x-made': 'yes' }).end('made'))
      const { send, method } = await started()
      const authorizationType = 'AWS_IAM'
      await send(new PutMethodCommand({ ...method, authorizationType, apiKeyRequired: true }))
      const http = { type: 'HTTP_PROXY', integrationHttpMethod: 'PUT', uri: `${url}/\${stageVariables.at}` } as const
      await send(new PutIntegrationCommand({ ...method, ...http }))
      const multiValueHeaders = { 'X-Many': ['a', 'b'] }
      const asked = { ...method, multiValueHeaders, body: 'text', stageVariables: { at: 'here' } }
      const answer = await send(new TestInvokeMethodCommand(asked))
      expect(answer).toMatchObject({ status: 201, body: 'made', headers: { 'x-made': 'yes' } })
      expect(answer.multiValueHeaders?.['X-Amzn-Trace-Id']?.[0]).toMatch(/^Root=1-/)
      expect(answer.log).toContain(`Sending request to ${url}/here`)
      expect(answer.log).toContain('Received response. Status: 201, Integration latency: ')
      expect(seen).toMatchObject([{ method: 'PUT', url: '/here', body: 'text', headers: { 'x-many': 'a, b' } }])
    },
  },
})
