import { GetDashboardCommand, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { patch, replace, smallApi } from '../testing/small-api.ts'

type Dimensions = Record<string, string>

function query(id: string, metric: string, stat: string, dimensions: Dimensions, more: Partial<MetricDataQuery> = {}) {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))
  const Metric = { Namespace: 'AWS/ApiGateway', MetricName: metric, Dimensions }
  return { Id: id, MetricStat: { Metric, Period: 60, Stat: stat }, ...more } satisfies MetricDataQuery
}

const stage = { ApiName: 'pets', Stage: 's1' }

async function started() {
  const emulator = await emulated()
  const { apiGateway, cloudWatch, direct } = emulator
  const api = await smallApi(apiGateway)
  const { restApiId } = api
  const send = (path: string, requests: number) =>
    direct('POST', 'traffic', { restApiId, stageName: 's1', path, requests })
  const minutesOn = (minutes: number) => direct('POST', 'clock', { advanceSeconds: minutes * 60 })
  const read = async (queries: MetricDataQuery[], from = 0, to = 60, more = {}) => {
    const at = (minutes: number) => new Date(testStart + minutes * 60_000)
    const input = { MetricDataQueries: queries, StartTime: at(from), EndTime: at(to), ...more }
    return cloudWatch.send(new GetMetricDataCommand(input))
  }
  return { ...emulator, api, send, minutesOn, read }
}

test('every statistic equals what was counted, and a minute without requests has no datapoint', async () => {
  const { send, minutesOn, read } = await started()
  await send('/pets', 30)
  await send('/nope', 10)
  await minutesOn(3)
  await send('/pets', 5)
  const { MetricDataResults: [count, samples, errors, rate, least, most, p50, p100, backend] = [], Messages } =
    await read(
      [
        query('count', 'Count', 'Sum', stage),
        query('samples', 'Count', 'SampleCount', stage),
        query('errors', '4XXError', 'Sum', stage),
        query('rate', '4XXError', 'Average', stage),
        query('least', 'Latency', 'Minimum', stage),
        query('most', 'Latency', 'Maximum', stage),
        query('median', 'Latency', 'p50', stage),
        query('p100', 'Latency', 'p99.99', stage),
        query('backend', 'IntegrationLatency', 'SampleCount', stage),
      ],
      0,
      60,
      { ScanBy: 'TimestampAscending' },
    )
  expect(Messages).toEqual([])
  expect(count).toEqual({
    Id: 'count',
    Label: 'Count',
    Timestamps: [new Date(testStart), new Date(testStart + 180_000)],
    Values: [40, 5],
    StatusCode: 'Complete',
  })
  expect(samples?.Values).toEqual([40, 5])
  expect(errors?.Values).toEqual([10, 0])
  expect(rate?.Values).toEqual([0.25, 0])
  expect(p100?.Values).toEqual(most?.Values)
  expect(p50?.Values?.[0]).toBeGreaterThanOrEqual(least?.Values?.[0] ?? NaN)
  expect(p50?.Values?.[0]).toBeLessThanOrEqual(most?.Values?.[0] ?? NaN)
  expect(backend?.Values).toEqual([])
})

test('periods sum up, newest first by default; the end is out, the start is rounded down', async () => {
  const { send, minutesOn, read } = await started()
  for (let minute = 0; minute < 7; minute++) {
    await send('/pets', minute + 1)
    await minutesOn(1)
  }
  const sum = query('q', 'Count', 'Sum', stage)
  const five = { ...sum, MetricStat: { ...sum.MetricStat, Period: 300 } }
  const values = async (asked: MetricDataQuery, from: number, to: number) => {
    return (await read([asked], from, to)).MetricDataResults?.[0]?.Values
  }
  expect(await values(five, 0, 10)).toEqual([6 + 7, 1 + 2 + 3 + 4 + 5])
  expect(await values(sum, 1.5, 4)).toEqual([4, 3, 2])
})

test('dimensions: the API as a whole, a route only where detailed metrics are on, a canary by itself', async () => {
  const { apiGateway, api, send, read } = await started()
  await patch(apiGateway, api, replace('/canarySettings/percentTraffic', '100'))
  await send('/pets', 3)
  await patch(
    apiGateway,
    api,
    replace('/canarySettings/percentTraffic', '0'),
    replace('/~1pets/GET/metrics/enabled', 'true'),
  )
  await send('/pets', 4)
  const route = { ...stage, Resource: '/pets', Method: 'GET' }
  const { MetricDataResults } = await read([
    query('api', 'Count', 'Sum', { ApiName: 'pets' }),
    query('route', 'Count', 'Sum', route),
    query('canary', 'Count', 'Sum', { ApiName: 'pets', Stage: 's1/Canary' }),
    query('other', 'Count', 'Sum', { ...route, Method: 'POST' }),
    query('odd', 'Count', 'Sum', { ApiName: 'pets', Resource: '/pets' }),
    query('unknown', 'Nope', 'Sum', stage),
    query('hidden', 'Count', 'Sum', stage, { ReturnData: false }),
    query('labelled', 'Count', 'Sum', stage, { Label: 'calls' }),
    query('cache', 'CacheHitCount', 'Sum', stage),
  ])
  expect(MetricDataResults?.map(({ Id, Label, Values }) => [Id, Label, Values])).toEqual([
    ['api', 'Count', [7]],
    ['route', 'Count', [4]],
    ['canary', 'Count', [3]],
    ['other', 'Count', []],
    ['odd', 'Count', []],
    ['unknown', 'Nope', []],
    ['labelled', 'calls', [7]],
    ['cache', 'CacheHitCount', []],
  ])
})

test('datapoints come in pages, the same ids again', async () => {
  const { send, minutesOn, read } = await started()
  for (let minute = 0; minute < 5; minute++) {
    await send('/pets', minute + 1)
    await minutesOn(1)
  }
  const queries = [query('a', 'Count', 'Sum', stage), query('b', 'Count', 'SampleCount', stage)]
  const first = await read(queries, 0, 60, { MaxDatapoints: 7 })
  expect(first.MetricDataResults?.map(({ Id, StatusCode, Values }) => [Id, StatusCode, Values])).toEqual([
    ['a', 'Complete', [5, 4, 3, 2, 1]],
    ['b', 'PartialData', [5, 4]],
  ])
  const second = await read(queries, 0, 60, { MaxDatapoints: 7, NextToken: first.NextToken })
  expect(second.MetricDataResults?.map(({ Id, StatusCode, Values }) => [Id, StatusCode, Values])).toEqual([
    ['b', 'Complete', [3, 2, 1]],
  ])
  expect(second.NextToken).toBeUndefined()
})

test('what is wrong or not built is refused in the shape of AWS', async () => {
  const { cloudWatch, read } = await started()
  const good = query('q', 'Count', 'Sum', stage)
  const invalid = {
    name: 'ValidationException',
    $metadata: { httpStatusCode: 400 },
    Code: 'ValidationError',
    Type: 'Sender',
  }
  const refused: MetricDataQuery[][] = [
    [],
    [good, good],
    [{ ...good, Id: 'Q' }],
    [{ ...good, MetricStat: { ...good.MetricStat, Period: 90 } }],
    [{ ...good, MetricStat: { ...good.MetricStat, Stat: 'Median' } }],
    [{ Id: 'e', Expression: 'q * 100' }],
    [{ Id: 'e' }],
    Array.from({ length: 501 }, (_, index) => ({ ...good, Id: `q${index}` })),
  ]
  for (const queries of refused) await expect(read(queries)).rejects.toMatchObject(invalid)
  for (const [from, to] of [
    [5, 5],
    [5, 0],
  ]) {
    await expect(read([good], from, to)).rejects.toMatchObject({
      ...invalid,
      message: 'The parameter StartTime must be less than the parameter EndTime.',
    })
  }
  await expect(read([good], 0, 5, { NextToken: 'x' })).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } })
  await expect(cloudWatch.send(new GetDashboardCommand({ DashboardName: 'd' }))).rejects.toMatchObject({
    message: "The emulator doesn't have the operation GetDashboard of CloudWatch yet",
    $metadata: { httpStatusCode: 501 },
  })
})

test('a huge range answers what is kept of it in that period, and what is no metric has no points', async () => {
  const { send, read } = await started()
  await send('/pets', 3)
  const sum = query('q', 'Count', 'Sum', stage)
  const hourly = { ...sum, Id: 'hourly', MetricStat: { ...sum.MetricStat, Period: 3600 } }
  const tenYears = 10 * 365 * 24 * 60
  const { MetricDataResults } = await read(
    [sum, hourly, query('nope', 'Nope', 'Sum', stage), query('nobody', 'Count', 'Sum', { ApiName: 'nobody' })],
    -tenYears,
    tenYears,
  )
  expect(MetricDataResults?.map(({ Id, StatusCode, Values }) => [Id, StatusCode, Values])).toEqual([
    ['q', 'Complete', []],
    ['hourly', 'Complete', [3]],
    ['nope', 'Complete', []],
    ['nobody', 'Complete', []],
  ])
})
