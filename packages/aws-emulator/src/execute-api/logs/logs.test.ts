import { expect, test } from 'vitest'
import { LogStore } from '../../logs/log-store.ts'
import { calledApi } from '../../testing/calls-to-stage.ts'
import { testPlace } from '../../testing/emulated.ts'
import { keyedApi, keyValue } from '../../testing/keyed-api.ts'
import { patch, replace } from '../../testing/small-api.ts'

const linesOf = (logs: LogStore, group: string) => logs.between(testPlace, group, 0, Infinity)
const allLines = (logs: LogStore) => logs.groups(testPlace).flatMap((group) => linesOf(logs, group))
const requestId = '01234567-89ab-cdef-0123-456789abcdef'
const asked = { headers: { 'x-amzn-requestid': requestId, 'user-agent': 'me' } }

test('an execution log tells each step, with bodies where the data trace is on', async () => {
  const { apiGateway, api, call, emulator } = await calledApi()
  await patch(apiGateway, api, replace('/*/*/logging/loglevel', 'INFO'), replace('/*/*/logging/dataTrace', 'true'))
  await call('/pets?a=1', asked)
  const lines = linesOf(emulator.logs, `API-Gateway-Execution-Logs_${api.restApiId}/s1`)
  const texts = lines.map(({ message }) => message)
  expect(texts.every((text) => text.startsWith(`(${requestId}) `))).toBe(true)
  expect(texts.map((text) => text.slice(requestId.length + 3)).filter((text) => !text.includes('headers'))).toEqual([
    `Starting execution for request: ${requestId}`,
    'HTTP Method: GET, Resource Path: /pets',
    'Method request path: {}',
    'Method request query string: {a=1}',
    'Method request body before transformations: ',
    'Method response body after transformations: {"pets":[]}',
    'Successfully completed execution',
    'Method completed with status: 200',
  ])
  expect(lines[0]?.stream).toMatch(/^[0-9a-f]{32}$/)
})

test('at ERROR only what failed is told, and events are cut at 1,024 bytes', async () => {
  const { apiGateway, api, call, put, deploy, emulator } = await calledApi()
  await put('bad', {}, { requestTemplates: { 'application/json': `#if(${'x'.repeat(2000)}` } })
  await deploy()
  await patch(apiGateway, api, replace('/*/*/logging/loglevel', 'ERROR'))
  await call('/pets')
  await call('/bad')
  const lines = allLines(emulator.logs)
  expect(lines).toHaveLength(1)
  expect(Buffer.byteLength(lines[0]?.message ?? '')).toBeLessThanOrEqual(1024)
})

test('a throttled key is named by its last letters, as AWS does', async () => {
  const { apiGateway, api, callWithKey, planId, emulator } = await keyedApi({
    throttle: { rateLimit: 5, burstLimit: 0 },
  })
  await patch(apiGateway, api, replace('/*/*/logging/loglevel', 'ERROR'))
  await callWithKey()
  const hidden = keyValue.slice(-6).padStart(keyValue.length, '*')
  expect(allLines(emulator.logs)[0]?.message).toContain(
    `API Key ${hidden} exceeded throttle limit for API Stage ${api.restApiId}/s1: Key throttle limit exceeded for Usage Plan ID ${planId}, RestApi ${api.restApiId}, Stage s1, Resource`,
  )
})

test('an access log has one line a request, `-` for what isn’t there, and a group of the canary’s own', async () => {
  const { apiGateway, api, call, emulator } = await calledApi()
  const format =
    '$context.requestId $context.identity.sourceIp [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.identity.caller $context.error.responseType'
  const destinationArn = `arn:aws:logs:eu-central-1:${testPlace.account}:log-group:access`
  await patch(
    apiGateway,
    api,
    replace('/accessLogSettings/destinationArn', destinationArn),
    replace('/accessLogSettings/format', format),
  )
  await call('/pets', asked)
  await call('/nope', asked)
  const messages = (group: string) => linesOf(emulator.logs, group).map(({ message }) => message)
  expect(messages('access')).toEqual([
    `${requestId} 127.0.0.1 [15/Jan/2026:12:00:00 +0000] "GET /pets HTTP/1.1" 200 11 - -`,
    `${requestId} 127.0.0.1 [15/Jan/2026:12:00:00 +0000] "GET - HTTP/1.1" 403 42 - MISSING_AUTHENTICATION_TOKEN`,
  ])
  await patch(apiGateway, api, replace('/canarySettings/percentTraffic', '100'))
  await call('/pets', asked)
  expect(messages('access/Canary')).toHaveLength(1)
  expect(messages('access')).toHaveLength(3)
})

test('the latest lines are kept, and no more', () => {
  const logs = new LogStore()
  const { account, region } = testPlace
  for (let index = 0; index < 50_000; index++) logs.append(account, region, 'g', 's', index, String(index))
  const kept = linesOf(logs, 'g')
  expect(kept.length).toBeGreaterThanOrEqual(20_000)
  expect(kept.length).toBeLessThan(22_000)
  expect(kept.at(-1)?.message).toBe('49999')
})
