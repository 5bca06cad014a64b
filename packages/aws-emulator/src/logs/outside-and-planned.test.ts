import { paginateFilterLogEvents, type FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { calledApi } from '../testing/calls-to-stage.ts'
import { testPlace, testStart } from '../testing/emulated.ts'
import { askMetrics, metricQuery } from '../testing/metric-queries.ts'
import { patch, replace } from '../testing/small-api.ts'

const minuteMs = 60_000
const minutes = 6

type Line = { id: string; status: number; latency: number; minute: number }

/** A stage that logs all it can, with planned requests and others from outside in each minute. */
async function loggedStage() {
  const called = await calledApi()
  const { apiGateway, api, direct, call, pass, logs } = called
  const { restApiId, stageName } = api
  await patch(
    apiGateway,
    api,
    replace('/accessLogSettings/destinationArn', `arn:aws:logs:eu-central-1:${testPlace.account}:log-group:access`),
    replace('/accessLogSettings/format', '$context.requestId $context.status $context.responseLatency'),
    replace('/*/*/logging/loglevel', 'INFO'),
  )
  const calls = [
    { method: 'GET', path: '/pets', weight: 9 },
    { method: 'GET', path: '/nope', weight: 1 },
  ]
  await direct('POST', 'traffic', { restApiId, stageName, perMinute: 30, calls })
  const outside = new Set<string>()
  for (let minute = 0; minute < minutes; minute++) {
    for (const path of ['/pets', '/nope', '/pets', '/pets']) {
      const { headers } = await call(path)
      outside.add(headers.get('x-amzn-requestid') ?? '')
    }
    await pass(60)
  }
  async function events(logGroupName: string): Promise<FilteredLogEvent[]> {
    const found: FilteredLogEvent[] = []
    for await (const page of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
      found.push(...(page.events ?? []))
    }
    expect(new Set(found.map(({ eventId }) => eventId)).size).toBe(found.length)
    return found
  }
  return { ...called, outside, events }
}

function toLine({ message = '', timestamp = 0 }: FilteredLogEvent): Line {
  const [id = '', status, latency] = message.split(' ')
  const minute = Math.floor((timestamp - testStart) / minuteMs)
  return { id, status: Number(status), latency: Number(latency), minute }
}

test('a request from outside shows once in the access log and once in the execution log, and the metrics count it once', async () => {
  const { api, outside, events, ...world } = await loggedStage()
  const access = (await events('access')).map(toLine)
  const ids = access.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(outside.size).toBe(minutes * 4)
  expect(ids.filter((id) => outside.has(id))).toHaveLength(outside.size)
  expect(ids.length).toBeGreaterThan(outside.size + minutes * 20)

  const executed = await events(`API-Gateway-Execution-Logs_${api.restApiId}/s1`)
  const ofEach = (text: RegExp) =>
    executed.flatMap(({ message = '' }) => {
      const [, id = '', found = ''] = /^\((\S+)\) (.*)$/.exec(message) ?? []
      return text.test(found) ? [`${id} ${found.split(' ').at(-1)}`] : []
    })
  // A request that finds no method has no lines there.
  const routed = access.filter(({ status }) => status === 200)
  expect(ofEach(/^Starting execution/).toSorted()).toEqual(routed.map(({ id }) => `${id} ${id}`).toSorted())
  expect(ofEach(/^Method completed/).toSorted()).toEqual(routed.map(({ id, status }) => `${id} ${status}`).toSorted())

  const stage = { ApiName: 'pets', Stage: 's1' }
  const results = await askMetrics(
    world,
    [
      metricQuery('n', 'Count', 'Sum', stage),
      metricQuery('e', '4XXError', 'Sum', stage),
      metricQuery('l', 'Latency', 'Sum', stage),
      metricQuery('whole', 'Count', 'Sum', stage, { period: 3600 }),
    ],
    0,
    60,
  )
  const byMinute = Array.from({ length: minutes }, (_, index) => access.filter(({ minute }) => minute === index))
  const sums = (value: (line: Line) => number) =>
    byMinute.map((lines) => lines.reduce((sum, line) => sum + value(line), 0))
  expect(results.map(({ Values }) => Values)).toEqual([
    sums(() => 1),
    sums(({ status }) => (status === 403 ? 1 : 0)),
    sums(({ latency }) => latency),
    [access.length],
  ])
})
