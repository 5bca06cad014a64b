import {
  CreateDeploymentCommand,
  CreateStageCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { calledApi } from '../../testing/calls-to-stage.ts'
import { patch, replace } from '../../testing/small-api.ts'
import { makeFunction, proxy } from '../../testing/world-functions.ts'

test('the alias of the stage decides which version answers: dev has the latest, qa has v10', async () => {
  const called = await calledApi()
  const { apiGateway, api, put, call } = called
  const { restApiId } = api
  await makeFunction(
    called,
    'pets',
    { $LATEST: { body: '"latest"' }, 10: { body: '"ten"' } },
    { dev: '$LATEST', v10: '10' },
  )
  await put('alias', {}, proxy('pets:${stageVariables.lambdaAlias}'))
  const { id: deploymentId } = await apiGateway.send(new CreateDeploymentCommand({ restApiId }))
  for (const [stageName, lambdaAlias] of [
    ['dev', 'dev'],
    ['qa', 'v10'],
  ]) {
    await apiGateway.send(
      new CreateStageCommand({ restApiId, stageName, deploymentId, variables: { lambdaAlias: lambdaAlias ?? '' } }),
    )
  }
  expect((await call('/alias', { stage: 'dev' })).text).toBe('"latest"')
  expect((await call('/alias', { stage: 'qa' })).text).toBe('"ten"')
  const patchOperations = [replace('/variables/lambdaAlias', 'v10')]
  await apiGateway.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations }))
  expect((await call('/alias', { stage: 'dev' })).text).toBe('"ten"')
})

test('a function behind a proxy gets the event as recorded', async () => {
  const called = await calledApi()
  const { apiGateway, api, put, deploy, call } = called
  await makeFunction(called, 'echo', { $LATEST: { outcomes: [{ kind: 'echo', share: 1 }] } })
  await put('{proxy+}', { httpMethod: 'ANY' }, proxy('echo'))
  await deploy()
  const read = async (path: string, init: RequestInit = {}) => JSON.parse((await call(path, init)).text) as never
  expect(await read('/a//b%20c', { method: 'PUT' })).toMatchObject({
    resource: '/{proxy+}',
    path: '/a//b%20c',
    httpMethod: 'PUT',
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: { proxy: 'a//b c' },
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '111122223333',
      apiId: api.restApiId,
      domainPrefix: api.restApiId,
      httpMethod: 'PUT',
      identity: { sourceIp: '127.0.0.1', userArn: null, caller: null },
      path: '/s1/a//b%20c',
      protocol: 'HTTP/1.1',
      requestTime: '15/Jan/2026:12:00:00 +0000',
      resourcePath: '/{proxy+}',
      stage: 's1',
    },
  })
  await patch(apiGateway, api, replace('/variables/v', '1'))
  const headers = { 'X-Mixed-Case': 'yes', 'content-type': 'text/plain' }
  expect(await read('/x?a=1&a=2&b=3', { method: 'POST', body: 'text', headers })).toMatchObject({
    headers: { 'X-Mixed-Case': 'yes' },
    multiValueHeaders: { 'X-Mixed-Case': ['yes'] },
    queryStringParameters: { a: '2', b: '3' },
    multiValueQueryStringParameters: { a: ['1', '2'], b: ['3'] },
    stageVariables: { v: '1' },
    body: 'text',
  })
})

test.each([
  ['an unknown key', '{"statusCode":200,"what":1}', 502],
  ['nothing in it', '{}', 502],
  ['a string', '"text"', 502],
  ['no JSON', 'garbage', 502],
  ['a status that is none', '{"statusCode":"two hundred"}', 502],
  ['a status out of range', '{"statusCode":99999}', 502],
  ['broken multi-value headers', '{"statusCode":200,"multiValueHeaders":{"a":"b"}}', 502],
  ['a body that is an object', '{"statusCode":200,"body":{}}', 502],
  ['headers alone', '{"headers":{"a":"b"}}', 200],
  ['a status as a string', '{"statusCode":"201"}', 201],
  ['numbers and booleans as headers', '{"statusCode":200,"headers":{"a":1,"b":true,"c":null},"body":"x"}', 200],
  ['headers that HTTP can’t carry', '{"statusCode":200,"headers":{"bad name":"x","a":"line\\nbreak"},"body":"x"}', 200],
])('a function that returns %s', async (_, payload, status) => {
  const called = await calledApi()
  await makeFunction(called, 'odd', { $LATEST: { outcomes: [{ kind: 'payload', share: 1, payload }] } })
  await called.put('odd', {}, proxy('odd'))
  await called.deploy()
  const answer = await called.call('/odd')
  expect(answer.status).toBe(status)
  if (status === 502) expect(answer.text).toBe('{"message":"Internal server error"}')
})

test('several values of one header come before its single one; a type is JSON unless said', async () => {
  const called = await calledApi()
  const payload = '{"statusCode":200,"multiValueHeaders":{"Set-Cookie":["a=1","b=2"]},"headers":{"Set-Cookie":"c=3"}}'
  await makeFunction(called, 'cookies', { $LATEST: { outcomes: [{ kind: 'payload', share: 1, payload }] } })
  await called.put('cookies', {}, proxy('cookies'))
  await called.deploy()
  const { headers } = await called.call('/cookies')
  expect(headers.getSetCookie()).toEqual(['a=1', 'b=2', 'c=3'])
  expect(headers.get('content-type')).toBe('application/json')
})

test('binary bodies go to functions as base64 and come back decoded where the client accepts the type', async () => {
  const called = await calledApi()
  const { apiGateway, api, put, deploy, call } = called
  const patchOperations = [{ op: 'add' as const, path: '/binaryMediaTypes/image~1png' }]
  await apiGateway.send(new UpdateRestApiCommand({ restApiId: api.restApiId, patchOperations }))
  const payload = JSON.stringify({
    statusCode: 200,
    body: Buffer.from('pixels').toString('base64'),
    isBase64Encoded: true,
  })
  await makeFunction(called, 'echo', { $LATEST: { outcomes: [{ kind: 'echo', share: 1 }] } })
  await makeFunction(called, 'image', { $LATEST: { outcomes: [{ kind: 'payload', share: 1, payload }] } })
  await put('echo', { httpMethod: 'POST' }, proxy('echo'))
  await put('image', {}, proxy('image'))
  await deploy()
  const sent = await call('/echo', {
    method: 'POST',
    body: Buffer.from([0, 255]),
    headers: { 'content-type': 'image/png' },
  })
  expect(JSON.parse(sent.text)).toMatchObject({ body: 'AP8=', isBase64Encoded: true })
  expect((await call('/image', { headers: { accept: 'image/png' } })).text).toBe('pixels')
  expect((await call('/image', { headers: { accept: 'text/html' } })).text).toBe('cGl4ZWxz')
})

test('a function behind a custom integration gets the template’s text; patterns match its error', async () => {
  const called = await calledApi()
  await makeFunction(called, 'fine', { $LATEST: { body: '{"id":1}' } })
  await makeFunction(called, 'throws', { $LATEST: { outcomes: [{ kind: 'throw', share: 1 }] } })
  const custom = (name: string) => ({ ...proxy(name), type: 'AWS' as const })
  await called.put('fine', {}, custom('fine'))
  await called.put('throws', {}, custom('throws'), {
    selectionPattern: '.*failed',
    responseTemplates: { 'application/json': '{"e":"$input.path(\'$.errorMessage\')"}' },
  })
  await called.put('unmatched', {}, custom('fine'), { selectionPattern: 'never' })
  await called.deploy()
  expect(await called.call('/fine')).toMatchObject({ status: 200, text: '{"id":1}' })
  expect(await called.call('/throws')).toMatchObject({ status: 200, text: '{"e":"The function failed"}' })
  expect(await called.call('/unmatched')).toMatchObject({ status: 500 })
})
