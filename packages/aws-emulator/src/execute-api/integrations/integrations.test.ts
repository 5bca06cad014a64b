import {
  UpdateRestApiCommand,
  UpdateStageCommand,
  CreateStageCommand,
  CreateDeploymentCommand,
} from '@aws-sdk/client-api-gateway'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { calledApi, errorType, type CalledApi } from '../../testing/calls-to-stage.ts'
import { testPlace } from '../../testing/emulated.ts'
import { patch, replace } from '../../testing/small-api.ts'

const fast = { medianMs: 10, p99Ms: 20 }

const uriOf = (name: string) =>
  `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:${name}/invocations`

async function makeFunction({ direct }: CalledApi, name: string, versions: Record<string, object>, aliases = {}) {
  const all = Object.entries(versions).map(([version, behaviour]) => [
    version,
    { latency: fast, outcomes: [], ...behaviour },
  ])
  await direct('POST', 'functions', { ...testPlace, function: { name, versions: Object.fromEntries(all), aliases } })
}

const proxy = (name: string) => ({ type: 'AWS_PROXY' as const, integrationHttpMethod: 'POST', uri: uriOf(name) })

type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }

/** A backend on this machine that notes what it got. */
async function backend(answer: (response: ServerResponse) => void) {
  const seen: Seen[] = []
  const server = createServer((incoming, response) => {
    let body = ''
    incoming.on('data', (chunk: Buffer) => void (body += chunk.toString()))
    incoming.on('end', () => {
      seen.push({ method: incoming.method, url: incoming.url, headers: incoming.headers, body })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

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

test('a stage is reached by Host, as well as by path', async () => {
  const { port, api } = await calledApi()
  const get = (host: string, path: string) =>
    new Promise<number | undefined>((resolve) => {
      httpRequest({ port, path, headers: { host } }, (incoming) => {
        incoming.resume()
        resolve(incoming.statusCode)
      }).end()
    })
  const host = `${api.restApiId}.execute-api.eu-central-1.amazonaws.com`
  expect(await get(host, '/s1/pets')).toBe(200)
  expect(await get(`${api.restApiId}.execute-api.eu-central-1.localhost:1234`, '/s1/pets')).toBe(200)
  expect(await get(host, '/nope/pets')).toBe(403)
  expect(await get(host, '/')).toBe(403)
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
  await put('http', { httpMethod: 'POST' }, integration, response)
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
  const named = url.replace('127.0.0.1', 'localhost')
  const answers: number[] = []
  for (const uri of [named, 'http://backend.example']) {
    const { put, deploy, call } = await calledApi()
    await put('http', {}, { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri })
    await deploy()
    answers.push((await call('/http')).status)
  }
  expect(answers).toEqual([200, 504])
})

/** A backend that does with each connection what it is told. */
async function rawBackend(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

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

test.each([
  ['loops', '#foreach($a in [1..1000])#foreach($b in [1..1000])x#end#end'],
  ['can’t be parsed', '#if($x'],
  ['throws', "$util.parseJson('{')"],
  ['answers no status', '{"nothing":1}'],
])('a template that %s is a 500', async (_, template) => {
  const { put, deploy, call } = await calledApi()
  await put('bad', {}, { requestTemplates: { 'application/json': template } })
  await deploy()
  expect(await call('/bad')).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
  expect((await call('/pets')).status).toBe(200)
})

test('a template of a MOCK may override status and headers, and its status may be unquoted', async () => {
  const { put, deploy, call } = await calledApi()
  const template =
    '#set($context.responseOverride.status = 444)#set($context.responseOverride.header.X-Set = "by $input.params(\'who\')"){statusCode: 200}'
  await put('mock', {}, { requestTemplates: { 'application/json': template } })
  await deploy()
  const answer = await call('/mock?who=me')
  expect(answer.status).toBe(444)
  expect(answer.headers.get('x-set')).toBe('by me')
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
