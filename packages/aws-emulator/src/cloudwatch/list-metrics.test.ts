import {
  ListMetricsCommand,
  paginateListMetrics,
  PutMetricDataCommand,
  GetMetricStatisticsCommand,
} from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { askMetrics, metricQuery } from '../testing/metric-queries.ts'
import { patch, replace, smallApi } from '../testing/small-api.ts'

type Found = { MetricName?: string; Dimensions?: { Name?: string; Value?: string }[] }

const shown = (metrics: Found[] = []) =>
  metrics.map(({ MetricName, Dimensions = [] }) =>
    [MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${Value}`)].join(' '),
  )

test('a stage that was called has its metrics by API and by stage; by route only with detailed metrics', async () => {
  const { apiGateway, cloudWatch, direct } = await emulated()
  const api = await smallApi(apiGateway)
  const list = async (input = {}) => shown((await cloudWatch.send(new ListMetricsCommand(input))).Metrics)
  expect(await list()).toEqual([])
  const call = () =>
    direct('POST', 'traffic', { restApiId: api.restApiId, stageName: 's1', path: '/pets', requests: 1 })
  await call()
  expect(await list({ MetricName: 'Count' })).toEqual(['Count ApiName=pets', 'Count ApiName=pets Stage=s1'])
  await patch(apiGateway, api, replace('/~1pets/GET/metrics/enabled', 'true'))
  expect(await list({ MetricName: 'Count' })).toHaveLength(2)
  await call()
  expect(await list({ MetricName: 'Latency', Dimensions: [{ Name: 'Resource' }] })).toEqual([
    'Latency ApiName=pets Method=GET Resource=/pets Stage=s1',
  ])
  expect(await list({ Dimensions: [{ Name: 'Stage', Value: 'other' }] })).toEqual([])
  await direct('POST', 'clock', { advanceSeconds: 4 * 3600 })
  expect(await list({ RecentlyActive: 'PT3H' })).toEqual([])
  expect((await list()).length).toBeGreaterThan(0)
})

test('what is listed of the demo world has datapoints, in pages of 500', async () => {
  const world = await emulated({ world: 'demo' }, '123456789012')
  const all: Found[] = []
  for await (const { Metrics = [] } of paginateListMetrics(
    { client: world.cloudWatch },
    { Namespace: 'AWS/ApiGateway' },
  )) {
    expect(Metrics.length).toBeLessThanOrEqual(500)
    all.push(...Metrics)
  }
  expect(new Set(shown(all)).size).toBe(all.length)
  expect(shown(all)).toContain('IntegrationLatency ApiName=checkout Method=GET Resource=/carts/{cartId} Stage=prod')
  expect(shown(all)).not.toContain('Count ApiName=checkout Method=GET Resource=/carts/{cartId} Stage=qa')
  const sample = all.filter((_, index) => index % 23 === 0)
  const queries = sample.map(({ MetricName = '', Dimensions = [] }, index) =>
    metricQuery(
      `m${index}`,
      MetricName,
      'SampleCount',
      Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])) as never,
      {
        period: 3600,
      },
    ),
  )
  const empty = (await askMetrics(world, queries, -14 * 1440, 0)).filter(({ Values }) => Values?.length === 0)
  expect(empty.map(({ Id }) => shown([sample[Number(Id?.slice(1))]!]))).toEqual([])
})

test("a program's own metrics: single values, values with counts and statistic sets", async () => {
  const { cloudWatch, direct } = await emulated()
  const put = (...MetricData: object[]) =>
    cloudWatch.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData: MetricData as never }))
  await put({ MetricName: 'seconds', Values: [0.5, 1.5], Counts: [3, 1], Unit: 'Seconds' })
  await put({ MetricName: 'sets', StatisticValues: { SampleCount: 4, Sum: 10, Minimum: 1, Maximum: 5 } })
  await direct('POST', 'clock', { advanceSeconds: 60 })
  const read = async (name: string, stat: string) =>
    (await askMetrics({ cloudWatch }, [metricQuery('q', name, stat, {}, { namespace: 'Shop' })], 0, 1))[0]?.Values
  expect(await read('seconds', 'Average')).toEqual([0.75])
  expect(await read('seconds', 'p75')).toEqual([0.5])
  expect(await read('seconds', 'Maximum')).toEqual([1.5])
  expect(await read('sets', 'Sum')).toEqual([10])
  expect(await read('sets', 'p50')).toEqual([])
  expect((await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Shop' }))).Metrics).toHaveLength(2)
  const invalid = { name: 'InvalidParameterValueException', Code: 'InvalidParameterValue' }
  await expect(
    put({ MetricName: 'late', Value: 1, Timestamp: new Date(testStart - 15 * 86_400_000) }),
  ).rejects.toMatchObject(invalid)
  await expect(put({ MetricName: 'nothing' })).rejects.toMatchObject({
    name: 'MissingRequiredParameterException',
    message: 'The parameter MetricData.member.1.Value is required.',
  })
})

test('reversed, huge and empty ranges: answered in the words of AWS', async () => {
  const world = await emulated({ world: 'demo' }, '123456789012')
  const ask = (from: number, to: number, period = 60) =>
    askMetrics(world, [metricQuery('q', 'Count', 'Sum', { ApiName: 'checkout' }, { period })], from, to)
  await expect(ask(5, -5)).rejects.toThrow('The parameter StartTime must be less than the parameter EndTime.')
  // Ten years: by the hour there is what was kept, by the minute nothing is kept that long.
  expect((await ask(-10 * 365 * 1440, 0, 3600))[0]?.Values?.length).toBeGreaterThan(14 * 24)
  expect((await ask(-10 * 365 * 1440, 0))[0]?.Values).toEqual([])
  expect((await ask(10, 500))[0]?.Values).toEqual([])
  const statistics = (minutes: number, more = {}) =>
    world.cloudWatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/ApiGateway',
        MetricName: 'Count',
        StartTime: new Date(testStart - minutes * 60_000),
        EndTime: new Date(testStart),
        Period: 60,
        Statistics: ['Sum'],
        ...more,
      }),
    )
  await expect(statistics(1441)).rejects.toMatchObject({
    name: 'InvalidParameterCombinationException',
    Code: 'InvalidParameterCombination',
    message:
      'You have requested up to 1,441 datapoints, which exceeds the limit of 1,440. You may reduce the datapoints ' +
      'requested by increasing Period, or decreasing the time range.',
  })
  await expect(statistics(-5)).rejects.toThrow('The parameter StartTime must be less than the parameter EndTime.')
  await expect(statistics(5, { Statistics: undefined })).rejects.toThrow('must be specified')
})
