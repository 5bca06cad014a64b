import {
  DescribeAlarmsCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch'
import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteMetricFilterCommand,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  paginateFilterLogEvents,
  PutLogEventsCommand,
  PutMetricFilterCommand,
  TestMetricFilterCommand,
  type MetricTransformation,
  type PutMetricFilterCommandInput,
} from '@aws-sdk/client-cloudwatch-logs'
import { describe, expect, test } from 'vitest'
import { calledApi } from '../../testing/calls-to-stage.ts'
import { emulated, testPlace, testStart } from '../../testing/emulated.ts'
import { askMetrics, metricQuery } from '../../testing/metric-queries.ts'
import { patch, replace } from '../../testing/small-api.ts'

const minuteMs = 60_000
const logGroupName = 'own'
const counting = { metricNamespace: 'Own', metricName: 'n', metricValue: '1' }

async function ownGroup() {
  const emulator = await emulated()
  const { logs, direct } = emulator
  await logs.send(new CreateLogGroupCommand({ logGroupName }))
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: 'a' }))
  return {
    ...emulator,
    putFilter: (
      filterPattern: string,
      transformation: Partial<MetricTransformation> = {},
      more: Partial<PutMetricFilterCommandInput> = {},
    ) => {
      const metricTransformations = [{ ...counting, ...transformation }]
      const input = { logGroupName, filterName: 'f', filterPattern, metricTransformations, ...more }
      return logs.send(new PutMetricFilterCommand(input))
    },
    deleteFilter: (filterName = 'f') => logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName })),
    describeFilters: async (input: object) =>
      (await logs.send(new DescribeMetricFiltersCommand(input))).metricFilters!.map(({ filterName }) => filterName),
    put: (minute: number, ...messages: string[]) => {
      const logEvents = messages.map((message) => ({ timestamp: testStart + minute * minuteMs, message }))
      return logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: 'a', logEvents }))
    },
    pass: (minutes: number) => direct('POST', 'clock', { advanceSeconds: minutes * 60 }),
  }
}

const own = (stat = 'Sum', dimensions = {}) => metricQuery('q', 'n', stat, dimensions, { namespace: 'Own' })

describe('metric filters are accepted', () => {
  test('made, described by group, prefix and metric, page by page, changed and deleted', async () => {
    const { logs, putFilter, deleteFilter, describeFilters, pass } = await ownGroup()
    const transformation = { ...counting, metricValue: '$.ms', unit: 'Milliseconds' as const, defaultValue: 0 }
    await putFilter('{ $.ms > 1 }', transformation, { filterName: 'slow' })
    await putFilter('ERROR', {}, { filterName: 'errors' })
    await putFilter('', { metricName: 'all' }, { filterName: 'every' })
    expect((await logs.send(new DescribeMetricFiltersCommand({ logGroupName, limit: 3 }))).metricFilters![2]).toEqual({
      filterName: 'slow',
      filterPattern: '{ $.ms > 1 }',
      metricTransformations: [transformation],
      creationTime: testStart,
      logGroupName,
      applyOnTransformedLogs: false,
    })
    expect(await describeFilters({})).toEqual(['errors', 'every', 'slow'])
    expect(await describeFilters({ logGroupName, filterNamePrefix: 'e' })).toEqual(['errors', 'every'])
    expect(await describeFilters({ filterNamePrefix: 'e' })).toHaveLength(3)
    expect(await describeFilters({ metricNamespace: 'Own', metricName: 'all' })).toEqual(['every'])
    const { nextToken } = await logs.send(new DescribeMetricFiltersCommand({ limit: 2 }))
    expect(await describeFilters({ nextToken })).toEqual(['slow'])

    await pass(1)
    await putFilter('FATAL', {}, { filterName: 'errors' })
    const { metricFilters } = await logs.send(new DescribeMetricFiltersCommand({ logGroupName }))
    expect(metricFilters![0]).toMatchObject({ filterPattern: 'FATAL', creationTime: testStart })
    await deleteFilter('errors')
    expect(await describeFilters({})).toEqual(['every', 'slow'])
    const groups = await logs.send(new DescribeLogGroupsCommand({}))
    expect(groups.logGroups![0]!.metricFilterCount).toBe(2)
    await logs.send(new DeleteLogGroupCommand({ logGroupName }))
    expect(await describeFilters({})).toEqual([])
  })

  test('a pattern is tried on lines, with the values of its fields', async () => {
    const { logs } = await emulated()
    const tried = async (filterPattern: string, ...logEventMessages: string[]) =>
      (await logs.send(new TestMetricFilterCommand({ filterPattern, logEventMessages }))).matches
    expect(await tried('[ip, request, status = 4*]', '::1 "GET /" 404', '::1 "GET /" 200', 'x')).toEqual([
      {
        eventNumber: 1,
        eventMessage: '::1 "GET /" 404',
        extractedValues: { $ip: '::1', $request: 'GET /', $status: '404' },
      },
    ])
    expect(await tried('{ $.a.b = 1 && $.c != x }', '{}', '{"a":{"b":1},"c":"y"}')).toMatchObject([
      { eventNumber: 2, extractedValues: { '$.a.b': '1', '$.c': 'y' } },
    ])
    expect(await tried('?ERROR ?WARN', 'a WARN', 'b')).toMatchObject([{ eventNumber: 1, extractedValues: {} }])
  })
})

describe('metric filters are refused', () => {
  test.each<[string, Partial<MetricTransformation>, string, string]>([
    ['{ $.a = ', {}, 'InvalidParameterException', 'Invalid filter pattern: '],
    ['ERROR', { dimensions: { A: '$.a' } }, 'InvalidParameterException', 'does not support dimensions'],
    [
      '{ $.a = 1 }',
      { dimensions: { A: '$.a' }, defaultValue: 0 },
      'InvalidParameterException',
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties',
    ],
    [
      '{ $.a = 1 }',
      { dimensions: { A: '$.a', B: '$.b', C: '$.c', D: '$.d' } },
      'InvalidParameterException',
      'no more than 3 dimensions',
    ],
    ['[a, b]', { dimensions: { A: '$c' } }, 'InvalidParameterException', '$c is no field'],
    ['[a, b]', { metricValue: '$c' }, 'InvalidParameterException', 'the metric value must be'],
    ['', { metricValue: 'one' }, 'InvalidParameterException', 'the metric value must be'],
    ['', { metricNamespace: 'AWS/ApiGateway' }, 'InvalidParameterException', 'is reserved'],
    ['', { metricName: 'a:b' }, 'ValidationException', 'regular expression pattern: [^:*$]*'],
    ['', { metricNamespace: '' }, 'ValidationException', 'length greater than or equal to 1'],
    ['', { unit: 'Parsec' as never }, 'ValidationException', 'enum value set: [Bits, '],
    ['x'.repeat(1025), {}, 'ValidationException', 'length less than or equal to 1024'],
  ])('the pattern %s with %j: %s', async (pattern, transformation, name, message) => {
    const { putFilter } = await ownGroup()
    await expect(putFilter(pattern, transformation)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    })
  })

  test('without its group, in a wrong shape, beyond what a group may have, or where it isn’t there', async () => {
    const { logs, putFilter, deleteFilter } = await ownGroup()
    const missing = { name: 'ResourceNotFoundException', message: 'The specified log group does not exist.' }
    await expect(putFilter('', {}, { logGroupName: 'other' })).rejects.toMatchObject(missing)
    await expect(logs.send(new DescribeMetricFiltersCommand({ logGroupName: 'other' }))).rejects.toMatchObject(missing)
    await expect(deleteFilter('nope')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    await expect(putFilter('', {}, { filterName: 'a*' })).rejects.toThrow('regular expression pattern: [^:*]*')
    for (const metricTransformations of [[], [counting, counting]]) {
      await expect(putFilter('', {}, { metricTransformations })).rejects.toMatchObject({ name: 'ValidationException' })
    }
    await expect(logs.send(new DescribeMetricFiltersCommand({ metricName: 'n' }))).rejects.toThrow('together')
    await expect(logs.send(new DescribeMetricFiltersCommand({ limit: 51 }))).rejects.toThrow('between 1 and 50')
    await expect(
      logs.send(new TestMetricFilterCommand({ filterPattern: '', logEventMessages: [] })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' })

    for (let n = 0; n < 5; n++) await putFilter(`%a${n}%`, {}, { filterName: `expression ${n}` })
    await expect(putFilter('%more%')).rejects.toMatchObject({ name: 'LimitExceededException' })
    for (let n = 5; n < 100; n++) await putFilter('', {}, { filterName: `filter ${n}` })
    await expect(putFilter('')).rejects.toMatchObject({ name: 'LimitExceededException' })
    await putFilter('ERROR', {}, { filterName: 'filter 99' })
  })
})

describe('what metric filters do', () => {
  test('events are counted from the filter’s making on; what was published stays after its end', async () => {
    const world = await ownGroup()
    const { logs, cloudWatch, putFilter, deleteFilter, put, pass } = world
    await put(0, 'ERROR before')
    await putFilter('ERROR', { unit: 'Count' })
    await put(0, 'ERROR one', 'fine')
    await pass(1)
    await put(1, 'fine')
    await pass(1)
    await put(2, 'ERROR two', 'ERROR three')
    await putFilter('FATAL', { unit: 'Count' })
    await put(2, 'ERROR uncounted', 'FATAL')
    await pass(1)
    const [sums] = await askMetrics(world, [own()], -5, 5)
    expect(sums!.Timestamps!.map((at) => (at.getTime() - testStart) / minuteMs)).toEqual([0, 2])
    expect(sums!.Values).toEqual([1, 3])
    await deleteFilter()
    await put(3, 'FATAL uncounted')
    await logs.send(new DeleteLogGroupCommand({ logGroupName }))
    expect((await askMetrics(world, [own()], -5, 5))[0]!.Values).toEqual([1, 3])
    const { Datapoints } = await cloudWatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'Own',
        MetricName: 'n',
        Period: 300,
        StartTime: new Date(testStart),
        EndTime: new Date(testStart + 5 * minuteMs),
        Statistics: ['Sum', 'SampleCount'],
      }),
    )
    expect(Datapoints).toMatchObject([{ Sum: 4, SampleCount: 4, Unit: 'Count' }])
  })

  test('a minute with events of which none matches has the default value, one without events has none', async () => {
    const world = await ownGroup()
    await world.putFilter('ERROR', { defaultValue: 0 })
    await world.put(0, 'fine', 'fine too')
    await world.pass(3)
    await world.put(2, 'ERROR', 'fine')
    const [sums, counts] = await askMetrics(world, [own(), { ...own('SampleCount'), Id: 'c' }], 0, 5)
    expect([sums!.Values, counts!.Values]).toEqual([
      [0, 1],
      [1, 1],
    ])
  })

  test('value and dimensions come out of the line; a line that lacks them publishes nothing', async () => {
    const world = await ownGroup()
    await world.putFilter('{ $.ms > 0 }', { metricValue: '$.ms', dimensions: { Path: '$.path' } })
    await world.put(0, '{"ms":5,"path":"/a"}', '{"ms":"7","path":"/a"}', '{"ms":9,"path":"/b"}', '{"ms":11}')
    const query = (id: string, Path: string) => ({ ...own('Sum', { Path }), Id: id })
    const found = await askMetrics(world, [query('a', '/a'), query('b', '/b'), own()], 0, 1)
    expect(found.map(({ Values }) => Values)).toEqual([[12], [9], []])
    const { Metrics } = await world.cloudWatch.send(new ListMetricsCommand({ Namespace: 'Own' }))
    expect(new Set(Metrics!.map(({ Dimensions }) => Dimensions![0]!.Value))).toEqual(new Set(['/a', '/b']))
  })

  test('a field of a line with spaces is a value too', async () => {
    const world = await ownGroup()
    await world.putFilter('[ip, ..., status = 4*, bytes]', { metricValue: '$bytes' })
    await world.put(0, '::1 "GET /" x 404 36', '::1 "GET /" 200 9')
    expect((await askMetrics(world, [own()], 0, 1))[0]!.Values).toEqual([36])
  })

  test.each([
    ['{"id":"$context.requestId","status":"$context.status"}', '{ $.status = "403" }', '"403"'],
    ['$context.requestId $context.status', '[id, status = 403]', ' 403'],
  ])('a stage’s access log, planned and from outside, feeds a metric: %s', async (format, pattern, shown) => {
    const called = await calledApi()
    const { apiGateway, api, direct, call, pass, logs, cloudWatch } = called
    const arn = `arn:aws:logs:eu-central-1:${testPlace.account}:log-group:access`
    await patch(
      apiGateway,
      api,
      replace('/accessLogSettings/destinationArn', arn),
      replace('/accessLogSettings/format', format),
    )
    const { restApiId, stageName } = api
    const calls = [
      { method: 'GET', path: '/pets', weight: 3 },
      { method: 'GET', path: '/nope', weight: 1 },
    ]
    await direct('POST', 'traffic', { restApiId, stageName, perMinute: 60, calls })
    await pass(150)
    const metricTransformations = [{ ...counting, defaultValue: 0 }]
    await logs.send(
      new PutMetricFilterCommand({
        logGroupName: 'access',
        filterName: 'f',
        filterPattern: pattern,
        metricTransformations,
      }),
    )
    await cloudWatch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'refused',
        Namespace: 'Own',
        MetricName: 'n',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 2,
        Threshold: 2,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    )
    const minutes = 4
    for (let minute = 0; minute < minutes; minute++) {
      for (const path of ['/pets', '/nope', '/nope']) await call(path)
      await pass(60)
    }
    const seen = Array.from({ length: 8 }, () => 0)
    const input = { logGroupName: 'access', startTime: testStart + 150_000 }
    for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, input)) {
      for (const { message = '', timestamp = 0 } of events) {
        if (message.includes(shown)) seen[Math.floor((timestamp - testStart) / minuteMs)]! += 1
      }
    }
    expect(seen.slice(2, 6).every((count) => count > 2)).toBe(true)
    const [sums] = await askMetrics(called, [own()], 0, 8)
    expect(sums!.Timestamps![0]!.getTime()).toBe(testStart + 2 * minuteMs)
    expect(sums!.Values).toEqual(seen.slice(2, 7))
    const { Metrics } = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Own' }))
    expect(Metrics).toEqual([{ Namespace: 'Own', MetricName: 'n', Dimensions: [] }])
    const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: ['refused'] }))
    expect(MetricAlarms![0]!.StateValue).toBe('ALARM')
  })
})
