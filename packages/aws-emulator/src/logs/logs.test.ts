import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  paginateFilterLogEvents,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { askMetrics, metricQuery } from '../testing/metric-queries.ts'
import { patch, remove, replace, smallApi } from '../testing/small-api.ts'

const demo = '123456789012'
const minuteMs = 60_000
const logGroupName = 'own'

async function ownGroup() {
  const emulator = await emulated()
  const { logs } = emulator
  await logs.send(new CreateLogGroupCommand({ logGroupName }))
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: 'a' }))
  const put = (...lines: [minute: number, message: string][]) => {
    const logEvents = lines.map(([minute, message]) => ({ timestamp: testStart + minute * minuteMs, message }))
    return logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: 'a', logEvents }))
  }
  const get = (more = {}) => logs.send(new GetLogEventsCommand({ logGroupName, logStreamName: 'a', ...more }))
  return { ...emulator, put, get }
}

const messages = ({ events = [] }: { events?: { message?: string }[] }) => events.map(({ message }) => message)

test('groups, streams and events of a program: listed, paged to both sides, deleted', async () => {
  const { logs, put, get } = await ownGroup()
  await put([-3, 'one'], [-2, 'two'], [-2, 'three'], [-1, 'four'])
  expect(messages(await get())).toEqual(['one', 'two', 'three', 'four'])
  const head = await get({ limit: 2, startFromHead: true })
  expect(messages(head)).toEqual(['one', 'two'])
  const next = await get({ limit: 2, nextToken: head.nextForwardToken })
  expect(messages(next)).toEqual(['three', 'four'])
  const end = await get({ nextToken: next.nextForwardToken })
  expect([messages(end), end.nextForwardToken]).toEqual([[], next.nextForwardToken])
  const tail = await get({ limit: 2 })
  expect(messages(tail)).toEqual(['three', 'four'])
  expect(messages(await get({ limit: 2, nextToken: tail.nextBackwardToken }))).toEqual(['one', 'two'])
  expect((await logs.send(new DescribeLogGroupsCommand({}))).logGroups).toMatchObject([
    {
      logGroupName,
      creationTime: testStart,
      arn: `arn:aws:logs:eu-central-1:111122223333:log-group:${logGroupName}:*`,
    },
  ])
  expect((await logs.send(new DescribeLogStreamsCommand({ logGroupName }))).logStreams).toMatchObject([
    { logStreamName: 'a', firstEventTimestamp: testStart - 3 * minuteMs, lastEventTimestamp: testStart - minuteMs },
  ])
  await logs.send(new DeleteLogGroupCommand({ logGroupName }))
  await expect(get()).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The specified log group does not exist.',
  })
})

test('retention hides what is older; events out of time are left out and told of', async () => {
  const { logs, direct, put, get } = await ownGroup()
  expect((await put([-20 * 1440, 'old'], [-1, 'fresh'], [300, 'to come'])).rejectedLogEventsInfo).toEqual({
    tooOldLogEventEndIndex: 1,
    tooNewLogEventStartIndex: 2,
  })
  await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 }))
  expect(messages(await get())).toEqual(['fresh'])
  await direct('POST', 'clock', { advanceSeconds: 86_400 })
  expect(messages(await get())).toEqual([])
  await expect(logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 2 }))).rejects.toThrow(
    "Value '2' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [1, 3, 5",
  )
  await expect(put([0, 'b'], [-1, 'a'])).rejects.toThrow('must be in chronological order')
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
    message: 'The specified log group already exists',
  })
})

test("a stage's access log over an hour is its metrics, request by request, in the past as in the present", async () => {
  const world = await emulated({ world: 'demo' }, demo)
  await world.direct('POST', 'clock', { advanceSeconds: 90 })
  const input = {
    logGroupName: '/aws/apigateway/checkout/prod',
    startTime: testStart - 20 * minuteMs,
    endTime: testStart + 60 * minuteMs,
  }
  const lines: { status: string; responseLatency: string; requestId: string; minute: number }[] = []
  for await (const { events = [] } of paginateFilterLogEvents({ client: world.logs }, input)) {
    for (const { message = '', timestamp = 0 } of events) {
      lines.push({ ...JSON.parse(message), minute: Math.floor((timestamp - testStart) / minuteMs) })
    }
  }
  expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(lines.length)
  const stage = { ApiName: 'checkout', Stage: 'prod' }
  const [count, errors, latency] = await askMetrics(
    world,
    [
      metricQuery('n', 'Count', 'Sum', stage),
      metricQuery('e', '5XXError', 'Sum', stage),
      metricQuery('l', 'Latency', 'Sum', stage),
    ],
    -20,
    60,
  )
  const minutes = Array.from({ length: 22 }, (_, index) => lines.filter(({ minute }) => minute === index - 20))
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  expect(count?.Values).toEqual(minutes.map(({ length }) => length))
  expect(errors?.Values).toEqual(minutes.map((some) => some.filter(({ status }) => status.startsWith('5')).length))
  expect(latency?.Values).toEqual(
    minutes.map((some) => sum(some.map(({ responseLatency }) => Number(responseLatency)))),
  )
})

test('one request is found by its id, and by a filter on its properties', async () => {
  const { logs } = await emulated({ world: 'demo' }, demo)
  const group = { logGroupName: '/aws/apigateway/checkout/prod', startTime: testStart - 10 * minuteMs }
  const filter = async (filterPattern: string) => {
    const { events = [] } = await logs.send(new FilterLogEventsCommand({ ...group, filterPattern }))
    return events
  }
  const failed = await filter('{ $.status = 503 && $.resourcePath = "/payments*" }')
  expect(failed.length).toBeGreaterThan(0)
  const one = JSON.parse(failed[0]?.message ?? '')
  expect(one).toMatchObject({ status: '503', httpMethod: expect.stringMatching(/GET|POST/), integrationStatus: '503' })
  expect(await filter(`"${one.requestId}"`)).toEqual([failed[0]])
  const gateway = JSON.parse((await filter('{ $.status = 502 }'))[0]?.message ?? '')
  expect(gateway).toMatchObject({ responseType: 'DEFAULT_5XX', integrationStatus: '-', responseLength: '35' })
  await expect(filter('{ $.status = ')).rejects.toThrow('Invalid filter pattern')
})

test('a log is there only while the stage logs; execution logs by their level', async () => {
  const { apiGateway, logs, direct } = await emulated()
  const api = await smallApi(apiGateway)
  await direct('POST', 'traffic', { ...at(api), perMinute: 60, calls: [{ method: 'GET', path: '/pets', weight: 1 }] })
  const groups = async () =>
    (await logs.send(new DescribeLogGroupsCommand({}))).logGroups?.map((group) => group.logGroupName)
  expect(await groups()).toEqual([])
  const minutesOn = (minutes: number) => direct('POST', 'clock', { advanceSeconds: minutes * 60 })
  await minutesOn(2)
  await patch(
    apiGateway,
    api,
    replace('/accessLogSettings/destinationArn', 'arn:aws:logs:eu-central-1:111122223333:log-group:pets'),
    replace(
      '/accessLogSettings/format',
      '$context.requestId $context.httpMethod $context.resourcePath $context.status $context.nope',
    ),
    replace('/*/*/logging/loglevel', 'INFO'),
  )
  await minutesOn(2)
  await patch(apiGateway, api, remove('/accessLogSettings'), replace('/*/*/logging/loglevel', 'OFF'))
  await minutesOn(2)
  const execution = `API-Gateway-Execution-Logs_${api.restApiId}/s1`
  expect(await groups()).toEqual([execution, 'pets'])
  const lines = async (name: string) =>
    (await logs.send(new FilterLogEventsCommand({ logGroupName: name }))).events?.map(
      ({ message = '', timestamp = 0 }) => ({
        message,
        minute: (timestamp - testStart) / minuteMs,
      }),
    ) ?? []
  const access = await lines('pets')
  expect(access.length).toBeGreaterThan(90)
  expect(access.every(({ minute }) => minute >= 2 && minute < 4)).toBe(true)
  expect(access[0]?.message).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12} GET \/pets 200 -$/,
  )
  const [id = ''] = access[0]!.message.split(' ')
  expect(
    (await lines(execution)).filter(({ message }) => message.startsWith(`(${id}) `)).map(({ message }) => message),
  ).toEqual([
    expect.stringMatching(/\) Extended Request Id: .{15}=$/),
    `(${id}) Starting execution for request: ${id}`,
    `(${id}) HTTP Method: GET, Resource Path: /pets`,
    `(${id}) Successfully completed execution`,
    `(${id}) Method completed with status: 200`,
  ])
})

const at = ({ restApiId, stageName }: { restApiId: string; stageName: string }) => ({ restApiId, stageName })
