import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { backend, rawBackend } from '../../testing/backends.ts'
import { calledApi, errorType } from '../../testing/calls-to-stage.ts'
import { readMetric } from '../../testing/read-metric.ts'
import { patch, replace } from '../../testing/small-api.ts'

test('a request that takes until its minute was read counts for that minute all the same', async () => {
  let reply = () => {}
  const asked = Promise.withResolvers<void>()
  const { url } = await backend((response) => {
    reply = () => void response.end('late')
    asked.resolve()
  })
  const called = await calledApi()
  const { put, deploy, call, pass } = called
  await put('slow', {}, { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: url })
  await deploy()
  const count = () => readMetric(called, { metric: 'Count', stat: 'Sum', api: 'pets', stage: 's1' }, 0, 60)
  await call('/pets')
  const answer = call('/slow')
  await asked.promise
  await pass(3600)
  expect(await count()).toEqual([1])
  reply()
  expect((await answer).text).toBe('late')
  expect(await count()).toEqual([2])
})

test('an HTTP proxy hands on what it got, and hands back what comes', async () => {
  const { url, seen } = await backend((response) => {
    response.writeHead(404, { 'x-own': 'yes', date: 'then', location: 'http://elsewhere.example/' })
    response.end('{"not":"here"}')
  })
  const { put, deploy, call, api } = await calledApi()
  const requestParameters = {
    'integration.request.path.proxy': 'method.request.path.proxy',
    'integration.request.header.X-Added': "'static'",
  }
  const method = { httpMethod: 'ANY', requestParameters: { 'method.request.path.proxy': true } }
  await put('{proxy+}', method, {
    type: 'HTTP_PROXY',
    integrationHttpMethod: 'ANY',
    uri: `${url}/v1/{proxy}`,
    requestParameters,
  })
  await deploy()
  const answer = await call('/a/b?x=1&x=2', {
    method: 'POST',
    body: 'hello',
    headers: { 'X-Mine': 'm', 'content-type': 'text/plain' },
  })
  expect(answer).toMatchObject({ status: 404, text: '{"not":"here"}' })
  expect(answer.headers.get('x-own')).toBe('yes')
  expect(answer.headers.get('x-amzn-remapped-date')).toBe('then')
  expect(answer.headers.get('x-amzn-trace-id')).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
  expect(seen).toMatchObject([
    {
      method: 'POST',
      url: '/v1/a/b?x=1&x=2',
      body: 'hello',
      headers: {
        'x-mine': 'm',
        'x-added': 'static',
        'x-amzn-apigateway-api-id': api.restApiId,
        'x-forwarded-proto': 'https',
      },
    },
  ])
})

test('redirects are handed back, not followed', async () => {
  const { url, seen } = await backend((response) => response.writeHead(302, { location: '/elsewhere' }).end())
  const { put, deploy, call } = await calledApi()
  await put('http', {}, { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: url })
  await deploy()
  expect((await call('/http')).status).toBe(302)
  expect(seen).toHaveLength(1)
})

test('an HTTP integration maps the request, the status and the body by templates', async () => {
  const { url, seen } = await backend((response) =>
    response.writeHead(400, { 'x-reason': 'why' }).end('{"error":{"code":7}}'),
  )
  const { put, deploy, call, api, apiGateway } = await calledApi()
  const integration = {
    type: 'HTTP' as const,
    integrationHttpMethod: 'POST',
    uri: `${url}/\${stageVariables.version}/pets`,
    requestParameters: { 'integration.request.querystring.q': 'method.request.querystring.query' },
    requestTemplates: {
      'application/json':
        '{"name":$input.json(\'$.pet.name\'),"by":"$context.httpMethod","v":"$stageVariables.version$stageVariables.nope"}',
    },
  }
  const response = {
    selectionPattern: '4\\d{2}',
    responseTemplates: { 'application/json': '{"code":$input.path(\'$.error.code\')}' },
    responseParameters: {
      'method.response.header.X-Why': 'integration.response.header.x-reason',
      'method.response.header.X-Code': 'integration.response.body.error.code',
    },
  }
  const requestParameters = { 'method.request.querystring.query': false }
  await put('http', { httpMethod: 'POST', requestParameters }, integration, response)
  await deploy()
  await patch(apiGateway, api, replace('/variables/version', 'v2'))
  const answer = await call('/http?query=dogs', {
    method: 'POST',
    body: '{"pet":{"name":"Rex"}}',
    headers: { 'content-type': 'application/json' },
  })
  expect(answer).toMatchObject({ status: 200, text: '{"code":7}' })
  expect([answer.headers.get('x-why'), answer.headers.get('x-code')]).toEqual(['why', '7'])
  expect(seen).toMatchObject([
    {
      method: 'POST',
      url: '/v2/pets?q=dogs',
      body: '{"name":"Rex","by":"POST","v":"v2"}',
      headers: { 'user-agent': `AmazonAPIGateway_${api.restApiId}` },
    },
  ])
})

test('hosts elsewhere are called only where they are allowed', async () => {
  const { url } = await backend((response) => response.end('"reached"'))
  // Not a name of this machine's loopback, though that is where it leads.
  const uri = url.replace('127.0.0.1', '0.0.0.0')
  const statusWith = async (allowedBackends: string[]) => {
    const { put, deploy, call } = await calledApi({ settings: { allowedBackends } })
    await put('http', {}, { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri })
    await deploy()
    return (await call('/http')).status
  }
  expect(await statusWith([])).toBe(504)
  expect(await statusWith(['elsewhere.example'])).toBe(504)
  expect(await statusWith(['0.0.0.0'])).toBe(200)
  expect(await statusWith([new URL(uri).host])).toBe(200)
})

test.each([
  ['closes early', (socket: Socket) => socket.destroy()],
  ['answers garbage', (socket: Socket) => socket.end('this is not HTTP\r\n\r\n')],
  ['ends in the middle', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')],
] as const)('a backend that %s is a 504 network error', async (_, onConnection) => {
  const uri = await rawBackend((socket) => void socket.once('data', () => onConnection(socket)))
  const { put, deploy, call } = await calledApi()
  await put('http', {}, { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri })
  await deploy()
  const answer = await call('/http')
  expect(answer).toMatchObject({ status: 504, text: '{"message":"Network error communicating with endpoint"}' })
  expect(answer.headers.get(errorType)).toBe('InternalServerErrorException')
  expect((await call('/pets')).status).toBe(200)
})
