import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  PutGatewayResponseCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { rawBackend } from '../testing/backends.ts'
import { exchange, statusOf } from '../testing/bad-requests.ts'
import { calledApi, errorType, type StageReply } from '../testing/calls-to-stage.ts'
import { keyedApi } from '../testing/keyed-api.ts'
import { authorization, raw } from '../testing/raw-request.ts'
import { patch, replace } from '../testing/small-api.ts'
import { makeFunction, uriOf } from '../testing/world-functions.ts'

/** The API with an authorizer of the token kind in front of `GET /guarded`. */
async function guardedApi(behaviour: object) {
  const called = await calledApi()
  await makeFunction(called, 'guard', { $LATEST: behaviour })
  const { restApiId } = called.api
  const { id: authorizerId } = await called.apiGateway.send(
    new CreateAuthorizerCommand({ restApiId, name: 'guard', type: 'TOKEN', authorizerUri: uriOf('guard') }),
  )
  await called.put('guarded', { authorizationType: 'CUSTOM', authorizerId }, {})
  await called.deploy()
  const guarded = (token?: string) => called.call('/guarded', { headers: token ? { authorization: token } : {} })
  return { ...called, guarded }
}

function expectAnswer({ status, headers, text }: StageReply, wanted: [status: number, type: string, body: unknown]) {
  expect([status, headers.get(errorType), JSON.parse(text)]).toEqual(wanted)
  expect(headers.get('content-type')).toBe('application/json')
  expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers.get('x-amz-apigw-id')).toMatch(/=$/)
  expect(headers.has('x-amzn-trace-id')).toBe(false)
}

test('ACCESS_DENIED', async () => {
  const { guarded } = await guardedApi({ tokens: { bad: { principalId: 'p', effect: 'Deny' } } })
  const body = { Message: 'User is not authorized to access this resource' }
  expectAnswer(await guarded('bad'), [403, 'AccessDeniedException', body])
})

test('API_CONFIGURATION_ERROR', async () => {
  const { put, deploy, call } = await calledApi()
  await put('broken', {}, { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: uriOf('${stageVariables.nope}') })
  await deploy()
  expectAnswer(await call('/broken'), [500, 'InternalServerErrorException', { message: 'Internal server error' }])
})

test('AUTHORIZER_CONFIGURATION_ERROR', async () => {
  const outcomes = [{ kind: 'payload', share: 1, payload: '{"no":"policy"}' }]
  const { guarded } = await guardedApi({ outcomes })
  expectAnswer(await guarded('any'), [500, 'AuthorizerConfigurationException', { message: null }])
})

test('AUTHORIZER_FAILURE', async () => {
  const { guarded } = await guardedApi({ outcomes: [{ kind: 'throw', share: 1 }] })
  expectAnswer(await guarded('any'), [500, 'AuthorizerFailureException', { message: null }])
})

/** The API with `POST /checked`, its validator and its model. */
async function checkedApi() {
  const called = await calledApi()
  const { apiGateway, api } = called
  const { restApiId } = api
  const contentType = 'application/json'
  const url = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Name`
  const pet = `{"type":"object","required":["name"],"properties":{"name":{"$ref":"${url}"}}}`
  const name = '{"type":"string","maxLength":5}'
  await apiGateway.send(new CreateModelCommand({ restApiId, contentType, name: 'Name', schema: name }))
  await apiGateway.send(new CreateModelCommand({ restApiId, contentType, name: 'Pet', schema: pet }))
  const { id: requestValidatorId } = await apiGateway.send(
    new CreateRequestValidatorCommand({ restApiId, validateRequestBody: true, validateRequestParameters: true }),
  )
  const requestParameters = {
    'method.request.querystring.qs1': true,
    'method.request.header.x-header-param': true,
    'method.request.querystring.qs2': false,
  }
  const method = { httpMethod: 'POST', requestValidatorId, requestParameters }
  await called.put('checked', { ...method, requestModels: { 'application/json': 'Pet' } }, {})
  await called.deploy()
  const send = (body: string) =>
    called.call('/checked?qs1=a', {
      method: 'POST',
      body,
      headers: { 'x-header-param': 'b', 'content-type': 'application/json' },
    })
  return { ...called, send }
}

test('BAD_REQUEST_BODY', async () => {
  const { send } = await checkedApi()
  expect(await send('{"name":"Rex"}')).toMatchObject({ status: 200 })
  for (const body of ['{"name":"too long"}', '{}', '[', '']) {
    expectAnswer(await send(body), [400, 'BadRequestException', { message: 'Invalid request body' }])
  }
})

test('BAD_REQUEST_PARAMETERS', async () => {
  const { call } = await checkedApi()
  const message = 'Missing required request parameters: [x-header-param, qs1]'
  expectAnswer(await call('/checked', { method: 'POST', body: '{}' }), [400, 'BadRequestException', { message }])
})

/** The API with a method that IAM guards. */
async function signedApi() {
  const called = await calledApi()
  await called.put('signed', { authorizationType: 'AWS_IAM' }, {})
  await called.deploy()
  const signed = (path: string, signature: string, date = '20990101T000000Z') =>
    called.call(path, {
      headers: { authorization: authorization.replace('Signature=0', `Signature=${signature}`), 'x-amz-date': date },
    })
  return { ...called, signed }
}

const signature = 'a'.repeat(64)

test('EXPIRED_TOKEN', async () => {
  const { signed } = await signedApi()
  expect(await signed('/signed', signature)).toMatchObject({ status: 200 })
  const message = 'The security token included in the request is expired'
  expectAnswer(await signed('/signed', signature, '20200101T000000Z'), [403, 'ExpiredTokenException', { message }])
})

test('INTEGRATION_FAILURE', async () => {
  const { put, deploy, call } = await calledApi()
  await put('http', {}, { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: 'http://backend.example' })
  await deploy()
  const message = 'Network error communicating with endpoint'
  expectAnswer(await call('/http'), [504, 'InternalServerErrorException', { message }])
})

test('INTEGRATION_TIMEOUT', async () => {
  const { put, deploy, call } = await calledApi()
  const uri = await rawBackend(() => {})
  await put('http', {}, { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri, timeoutInMillis: 50 })
  await deploy()
  const message = 'Endpoint request timed out'
  expectAnswer(await call('/http'), [504, 'InternalServerErrorException', { message }])
})

test('INVALID_API_KEY', async () => {
  const { call } = await keyedApi({})
  expectAnswer(await call('/keyed'), [403, 'ForbiddenException', { message: 'Forbidden' }])
})

test('INVALID_SIGNATURE', async () => {
  const { signed } = await signedApi()
  const message =
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
  expectAnswer(await signed('/signed', 'nonsense'), [403, 'InvalidSignatureException', { message }])
})

test('MISSING_AUTHENTICATION_TOKEN', async () => {
  const { call } = await signedApi()
  const answer = [403, 'MissingAuthenticationTokenException', { message: 'Missing Authentication Token' }] as const
  expectAnswer(await call('/signed'), [...answer])
  expectAnswer(await call('/nope'), [...answer])
})

test('QUOTA_EXCEEDED', async () => {
  const { callWithKey } = await keyedApi({ quota: { limit: 0, period: 'DAY' } })
  expectAnswer(await callWithKey(), [429, 'LimitExceededException', { message: 'Limit Exceeded' }])
})

test('REQUEST_TOO_LARGE', async () => {
  const { call } = await calledApi()
  const large = await call('/pets', { method: 'POST', body: Buffer.alloc(11 * 1024 * 1024) })
  expectAnswer(large, [413, 'RequestTooLargeException', { message: 'Request Too Long' }])
})

test.each([11_000, 60_000, 600_000])('headers of %i bytes are too large', async (bytes) => {
  const { port, api, call } = await calledApi()
  const line = `GET /restapis/${api.restApiId}/s1/_user_request_/pets`
  const answer = await exchange(port, raw(line, { 'x-bomb': 'x'.repeat(bytes) }))
  expect(statusOf(answer)).toBe(413)
  expect(answer).toContain('{"message":"Request Too Long"}')
  expect((await call('/pets')).status).toBe(200)
})

test('RESOURCE_NOT_FOUND', async () => {
  const { signed } = await signedApi()
  expectAnswer(await signed('/nope', signature), [404, 'NotFoundException', { message: 'Not Found' }])
})

test('THROTTLED', async () => {
  const { call, api, apiGateway } = await calledApi()
  await patch(apiGateway, api, replace('/*/*/throttling/burstLimit', '0'))
  expectAnswer(await call('/pets'), [429, 'TooManyRequestsException', { message: 'Too Many Requests' }])
})

test('UNAUTHORIZED', async () => {
  const { guarded } = await guardedApi({ tokens: {} })
  for (const token of [undefined, 'unknown']) {
    expectAnswer(await guarded(token), [401, 'UnauthorizedException', { message: 'Unauthorized' }])
  }
})

test('UNSUPPORTED_MEDIA_TYPE', async () => {
  const { put, deploy, call } = await calledApi()
  await put('strict', { httpMethod: 'POST' }, { passthroughBehavior: 'NEVER' })
  await deploy()
  const answer = await call('/strict', { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } })
  expectAnswer(answer, [415, 'BadRequestException', { message: 'Unsupported Media Type' }])
})

test('WAF_FILTERED', async () => {
  const { call, direct, api } = await calledApi()
  await direct('POST', 'web-acl', { restApiId: api.restApiId, stageName: 's1', blockedPaths: ['/pe'] })
  expectAnswer(await call('/pets'), [403, 'ForbiddenException', { message: 'Forbidden' }])
})

test('a customised response has its own status, headers and body, and metrics count that status', async () => {
  const { call, api, apiGateway, deploy } = await calledApi()
  await apiGateway.send(
    new PutGatewayResponseCommand({
      restApiId: api.restApiId,
      responseType: 'DEFAULT_4XX',
      statusCode: '404',
      responseParameters: {
        'gatewayresponse.header.x-kind': "'mine'",
        'gatewayresponse.header.x-asked': 'context.error.responseType',
      },
      responseTemplates: { 'application/json': '{"at":"${context.stage}","oh":$context.error.messageString}' },
    }),
  )
  expect((await call('/nope')).status).toBe(403)
  await deploy()
  const answer = await call('/nope')
  expect(answer).toMatchObject({ status: 404, text: '{"at":"s1","oh":"Missing Authentication Token"}' })
  expect(answer.headers.get('x-kind')).toBe('mine')
  expect(answer.headers.get('x-asked')).toBe('MISSING_AUTHENTICATION_TOKEN')
})

test('the switched-off default endpoint is Forbidden whatever is customised', async () => {
  const { call, api, apiGateway } = await calledApi()
  await apiGateway.send(new CreateDeploymentCommand({ restApiId: api.restApiId }))
  const patchOperations = [replace('/disableExecuteApiEndpoint', 'true')]
  await apiGateway.send(new UpdateRestApiCommand({ restApiId: api.restApiId, patchOperations }))
  expectAnswer(await call('/pets'), [403, 'ForbiddenException', { message: 'Forbidden' }])
})
