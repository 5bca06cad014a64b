import { CloudWatchLogsClient, TestMetricFilterCommand } from '@aws-sdk/client-cloudwatch-logs'
import { startEmulator, type RunningEmulator } from '@callboard/aws-emulator/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statusPattern } from './status-pattern.ts'

let emulator: RunningEmulator
let logs: CloudWatchLogsClient

beforeAll(async () => {
  emulator = await startEmulator({ world: 'empty', speed: 0 })
  const credentials = { accessKeyId: '123456789012', secretAccessKey: 'x' }
  logs = new CloudWatchLogsClient({ endpoint: emulator.url, region: 'eu-central-1', credentials })
})
afterAll(() => emulator.close())

const place = { apiId: 'abc123', stage: 'prod', status: '429' }

const values: Record<string, string> = {
  requestId: '5a1c-9',
  apiId: 'abc123',
  stage: 'prod',
  status: '429',
  httpMethod: 'GET',
  resourcePath: '/pets/{id}',
  protocol: 'HTTP/1.1',
  requestTime: '24/Nov/2026:12:00:00 +0000',
  responseLength: '41',
  'identity.sourceIp': '::1',
  'identity.userAgent': 'Mozilla/5.0 (KHTML, like Gecko)',
  'error.messageString': '"Too Many Requests"',
}

/** The line that a request leaves, with some values of its own. */
const lineOf = (format: string, own: Record<string, string> = {}) =>
  format.replaceAll(/\$context\.([\w.]+)/g, (_, name: string) => own[name] ?? values[name] ?? '-')

const clf =
  '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime]"$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId'
const csv =
  '$context.identity.sourceIp,$context.identity.caller,$context.requestTime,$context.resourcePath,$context.status,$context.responseLength,$context.requestId'
const xml =
  '<request id="$context.requestId"> <ip>$context.identity.sourceIp</ip> <agent>$context.identity.userAgent</agent> <status>$context.status</status> <length>$context.responseLength</length> </request>'

test.each([
  ['{"status":"$context.status","length":"$context.responseLength"}', '{ $.status = "429" }'],
  ['{"status":$context.status,"why":$context.error.messageString}', '{ $.status = 429 }'],
  [
    '{"to":{"stage":"$context.stage","api":"$context.apiId"},"answer":{"code":"$context.status"}}',
    '{ $.answer.code = "429" && $.to.api = "abc123" && $.to.stage = "prod" }',
  ],
  [clf, '[..., status = 429, f7, f8]'],
  [
    '$context.requestId $context.stage $context.status $context.identity.userAgent',
    '[f1, stage = prod, status = 429, ...]',
  ],
  ['$context.status', '[status = 429]'],
  [csv, '%^.*,.*,.*,.*,429,.*,.*$%'],
  ['$context.apiId;$context.status;$context.stage', '%^abc123;429;prod$%'],
  [xml, '"<status>429</status>"'],
  ['agent=$context.identity.userAgent, status=$context.status, stage=$context.stage', '"status=429," "stage=prod"'],
])('%s is told by %s', async (format, pattern) => {
  const found = statusPattern(format, place)!
  expect(found.pattern).toBe(pattern)
  const lines = [
    lineOf(format),
    lineOf(format, { status: '200' }),
    lineOf(format, { status: '200', responseLength: '429' }),
    ...(found.by.includes('stage') ? [lineOf(format, { stage: 'qa' })] : []),
    ...(found.by.includes('apiId') ? [lineOf(format, { apiId: 'other' })] : []),
  ]
  const { matches } = await logs.send(new TestMetricFilterCommand({ filterPattern: pattern, logEventMessages: lines }))
  expect(matches!.map(({ eventNumber }) => eventNumber)).toEqual([1])
})

test.each([
  ['{"id":"$context.requestId"}', 'it has no status'],
  ['{"http.status":"$context.status"}', 'a dotted key'],
  ['{"the status":"$context.status"}', 'a key with a blank'],
  ['$context.status$context.requestId', 'two variables that touch'],
  ['$context.identity.userAgent $context.status $context.error.message', 'blanks on both sides'],
  ['$context.identity.userAgent,$context.status', 'commas in a value'],
])('%s tells no status: %s', (format) => {
  expect(statusPattern(format, place)).toBeNull()
})
