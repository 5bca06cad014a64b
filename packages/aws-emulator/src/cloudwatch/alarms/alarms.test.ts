import { GetDeploymentsCommand, GetRestApisCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway'
import {
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { emulated, type Emulated } from '../../testing/emulated.ts'
import { dataFolder } from '../../testing/kill-rounds.ts'
import { mathQuery, metricQuery } from '../../testing/metric-queries.ts'

const account = '123456789012'
const stage = { ApiName: 'checkout', Stage: 'prod' }
const Dimensions = Object.entries(stage).map(([Name, Value]) => ({ Name, Value }))

const failing: PutMetricAlarmCommandInput = {
  AlarmName: 'checkout fails',
  Namespace: 'AWS/ApiGateway',
  MetricName: '5XXError',
  Dimensions,
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: 0.03,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
}

const minutesOn = ({ direct }: Emulated, minutes: number) => direct('POST', 'clock', { advanceSeconds: minutes * 60 })

const stateOf = async ({ cloudWatch }: Emulated, name = failing.AlarmName!) => {
  const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }))
  return MetricAlarms?.[0]
}

const transitions = async ({ cloudWatch }: Emulated, AlarmName = failing.AlarmName) => {
  const input = { AlarmName, HistoryItemType: 'StateUpdate', ScanBy: 'TimestampAscending' } as const
  const { AlarmHistoryItems = [] } = await cloudWatch.send(new DescribeAlarmHistoryCommand(input))
  return AlarmHistoryItems.map(
    ({ HistorySummary, Timestamp }) => `${Timestamp?.toISOString().slice(11, 16)} ${HistorySummary}`,
  )
}

/** Puts checkout/prod on another deployment. */
async function deploy({ apiGateway }: Emulated, version: string) {
  const { items = [] } = await apiGateway.send(new GetRestApisCommand({}))
  const restApiId = items.find(({ name }) => name === 'checkout')?.id
  const { items: deployments = [] } = await apiGateway.send(new GetDeploymentsCommand({ restApiId }))
  const value = deployments.find(({ description }) => description?.startsWith(version))?.id
  const patchOperations = [{ op: 'replace' as const, path: '/deploymentId', value }]
  await apiGateway.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }))
}

test('an alarm fires while a stage fails and recovers when it is mended, each at its minute', async () => {
  const world = await emulated({ world: 'demo' }, account)
  await world.cloudWatch.send(new PutMetricAlarmCommand(failing))
  expect(await stateOf(world)).toMatchObject({
    AlarmArn: `arn:aws:cloudwatch:eu-central-1:${account}:alarm:checkout fails`,
    StateValue: 'INSUFFICIENT_DATA',
    StateReason: 'Unchecked: Initial alarm creation',
    ActionsEnabled: true,
    Dimensions,
  })
  await minutesOn(world, 1)
  const firing = await stateOf(world)
  expect(firing?.StateValue).toBe('ALARM')
  expect(firing?.StateReason).toMatch(
    /^Threshold Crossed: 3 out of the last 3 datapoints \[0\.\d+ \(15\/01\/26 12:00:00\), 0\.\d+ \(15\/01\/26 11:59:00\), .*\] were greater than the threshold \(0\.03\) \(minimum 2 datapoints for OK -> ALARM transition\)\.$/,
  )
  expect(JSON.parse(firing?.StateReasonData ?? '')).toMatchObject({ period: 60, statistic: 'Average', threshold: 0.03 })
  await deploy(world, 'checkout 2.13')
  await minutesOn(world, 10)
  const well = await stateOf(world)
  expect(well?.StateValue).toBe('OK')
  expect(well?.StateReason).toMatch(
    /were not greater than the threshold \(0\.03\) \(minimum 2 datapoints for ALARM -> OK transition\)\.$/,
  )
  expect(await transitions(world)).toEqual([
    '12:01 Alarm updated from INSUFFICIENT_DATA to ALARM',
    '12:03 Alarm updated from ALARM to OK',
  ])
})

test('an alarm waits for minutes that are published late, and judges them all the same', async () => {
  const world = await emulated({ world: 'demo', settings: { publicationSeconds: 60 } }, account)
  await world.cloudWatch.send(new PutMetricAlarmCommand({ ...failing, TreatMissingData: 'missing' }))
  await minutesOn(world, 1)
  await deploy(world, 'checkout 2.13')
  await minutesOn(world, 10)
  expect(await transitions(world)).toEqual([
    '12:01 Alarm updated from INSUFFICIENT_DATA to ALARM',
    '12:03 Alarm updated from ALARM to OK',
  ])
})

test('what is evaluated afterwards is what was evaluated minute by minute, and a restart changes nothing', async () => {
  const dataDir = dataFolder()
  const slow = await emulated({ world: 'demo' }, account)
  const leap = await emulated({ world: 'demo', dataDir }, account)
  for (const world of [slow, leap]) await world.cloudWatch.send(new PutMetricAlarmCommand(failing))
  for (let minute = 0; minute < 5; minute++) {
    await minutesOn(slow, 1)
    await stateOf(slow)
  }
  await deploy(slow, 'checkout 2.13')
  await minutesOn(slow, 5)
  await minutesOn(leap, 5)
  await deploy(leap, 'checkout 2.13')
  await minutesOn(leap, 5)
  const expected = await transitions(slow)
  expect(expected).toHaveLength(2)
  expect(await transitions(leap)).toEqual(expected)
  const before = await stateOf(leap)
  await leap.close()
  const again = await emulated({ dataDir }, account)
  expect(await stateOf(again)).toEqual({ ...before, $metadata: undefined })
  await minutesOn(again, 30)
  expect(await transitions(again)).toEqual(expected)
})

test('alarms on a percentile and on math', async () => {
  const world = await emulated({ world: 'demo' }, account)
  const { Statistic: _, MetricName: __, Namespace: ___, Dimensions: ____, Period: _____, ...rest } = failing
  const put = (AlarmName: string, more: object) =>
    world.cloudWatch.send(new PutMetricAlarmCommand({ ...rest, AlarmName, ...more }))
  const latency = {
    Namespace: 'AWS/ApiGateway',
    MetricName: 'Latency',
    Dimensions,
    Period: 300,
    ExtendedStatistic: 'p99',
  }
  await put('slow', { ...latency, Threshold: 1500 })
  await put('not that slow', { ...latency, Threshold: 29_000 })
  await put('rate', {
    Threshold: 3,
    Metrics: [
      mathQuery('e', 'IF(n > 0, 100 * f / n, 0)', { Label: 'failures in percent' }),
      metricQuery('f', '5XXError', 'Sum', stage, { ReturnData: false }),
      metricQuery('n', 'Count', 'Sum', stage, { ReturnData: false }),
    ],
  })
  await put('few', {
    ...latency,
    Threshold: 1,
    Period: 60,
    ExtendedStatistic: 'p99.99',
    EvaluateLowSampleCountPercentile: 'ignore',
  })
  await minutesOn(world, 1)
  const { MetricAlarms = [] } = await world.cloudWatch.send(new DescribeAlarmsCommand({}))
  expect(MetricAlarms.map(({ AlarmName, StateValue }) => [AlarmName, StateValue])).toEqual([
    ['few', 'INSUFFICIENT_DATA'],
    ['not that slow', 'OK'],
    ['rate', 'ALARM'],
    ['slow', 'ALARM'],
  ])
  const found = await world.cloudWatch.send(
    new DescribeAlarmsForMetricCommand({ Namespace: 'AWS/ApiGateway', MetricName: 'Latency', Dimensions, Period: 300 }),
  )
  expect(found.MetricAlarms?.map(({ AlarmName }) => AlarmName)).toEqual(['not that slow', 'slow'])
  const onApi = { Namespace: 'AWS/ApiGateway', MetricName: 'Latency', Dimensions: Dimensions.slice(0, 1) }
  expect((await world.cloudWatch.send(new DescribeAlarmsForMetricCommand(onApi))).MetricAlarms).toEqual([])
})

test('a state that was set lasts until the next evaluation; actions are switched; deleting is all or none', async () => {
  const world = await emulated()
  const { cloudWatch } = world
  const shop = {
    ...failing,
    Namespace: 'Shop',
    MetricName: 'queue',
    Dimensions: [],
    Threshold: 5,
    TreatMissingData: 'missing',
  }
  await cloudWatch.send(new PutMetricAlarmCommand(shop))
  await cloudWatch.send(
    new PutMetricDataCommand({ Namespace: 'Shop', MetricData: [{ MetricName: 'queue', Value: 3 }] }),
  )
  await minutesOn(world, 1)
  expect((await stateOf(world))?.StateValue).toBe('OK')
  const AlarmName = failing.AlarmName!
  await cloudWatch.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'a drill' }))
  expect(await stateOf(world)).toMatchObject({ StateValue: 'ALARM', StateReason: 'a drill' })
  await minutesOn(world, 1)
  expect((await stateOf(world))?.StateValue).toBe('OK')
  await minutesOn(world, 10)
  expect(await stateOf(world)).toMatchObject({
    StateValue: 'INSUFFICIENT_DATA',
    StateReason: 'Insufficient Data: 3 datapoints were unknown.',
  })
  await cloudWatch.send(new DisableAlarmActionsCommand({ AlarmNames: [AlarmName, 'nope'] }))
  expect((await stateOf(world))?.ActionsEnabled).toBe(false)
  const unknown = { name: 'ResourceNotFound', $metadata: { httpStatusCode: 404 } }
  await expect(cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames: [AlarmName, 'nope'] }))).rejects.toMatchObject(
    unknown,
  )
  expect(await stateOf(world)).toBeDefined()
  await cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames: [AlarmName] }))
  expect(await stateOf(world)).toBeUndefined()
})

test('a change of state runs the actions for the new state, each with its line of history; switched off, none', async () => {
  const world = await emulated({ world: 'demo' }, account)
  const arn = (name: string) => `arn:aws:sns:eu-central-1:${account}:${name}`
  const actions = { AlarmActions: [arn('page'), arn('chat')], OKActions: [arn('calm')] }
  await world.cloudWatch.send(new PutMetricAlarmCommand({ ...failing, ...actions }))
  await world.cloudWatch.send(
    new PutMetricAlarmCommand({ ...failing, ...actions, AlarmName: 'silent', ActionsEnabled: false }),
  )
  const ran = async (AlarmName = failing.AlarmName) => {
    const input = { AlarmName, HistoryItemType: 'Action', ScanBy: 'TimestampAscending' } as const
    const { AlarmHistoryItems = [] } = await world.cloudWatch.send(new DescribeAlarmHistoryCommand(input))
    return AlarmHistoryItems
  }
  await minutesOn(world, 1)
  await deploy(world, 'checkout 2.13')
  await minutesOn(world, 10)
  expect(await ran()).toMatchObject(
    [
      ['12:01', 'page'],
      ['12:01', 'chat'],
      ['12:03', 'calm'],
    ].map(([minute, name = '']) => ({
      AlarmName: failing.AlarmName,
      Timestamp: new Date(`2026-01-15T${minute}:00Z`),
      HistorySummary: `Successfully executed action ${arn(name)}`,
      HistoryData: JSON.stringify({ actionState: 'Succeeded', notificationResource: arn(name) }),
    })),
  )
  expect((await stateOf(world, 'silent'))?.StateValue).toBe('OK')
  expect(await ran('silent')).toEqual([])
  const set = (StateValue: 'ALARM' | 'INSUFFICIENT_DATA') =>
    world.cloudWatch.send(
      new SetAlarmStateCommand({ AlarmName: failing.AlarmName, StateValue, StateReason: 'a drill' }),
    )
  for (const value of ['ALARM', 'ALARM', 'INSUFFICIENT_DATA'] as const) await set(value)
  expect((await ran()).slice(3).map(({ HistorySummary }) => HistorySummary)).toEqual([
    `Successfully executed action ${arn('page')}`,
    `Successfully executed action ${arn('chat')}`,
  ])
})

test.each([
  [{ MetricName: undefined }, 'MetricName must not be null'],
  [{ Metrics: [metricQuery('m', 'Count', 'Sum', {})] }, 'MetricName should not be set if list of Metrics is set.'],
  [{ Statistic: undefined }, 'Exactly one of Statistic and ExtendedStatistic must be specified.'],
  [{ Period: 90 }, 'Period must be 10, 20, 30 or a multiple of 60'],
  [
    { EvaluationPeriods: 1441 },
    'Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).',
  ],
  [
    { ComparisonOperator: 'Above' },
    "1 validation error detected: Value 'Above' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: [",
  ],
  [{ AlarmName: undefined }, "Value null at 'alarmName' failed to satisfy constraint: Member must not be null"],
])('the alarm with %j is refused: %s', async (change, sentence) => {
  const { cloudWatch } = await emulated()
  const refused = cloudWatch.send(new PutMetricAlarmCommand({ ...failing, ...(change as object) }))
  await expect(refused).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(sentence),
  })
})

test('a list of metrics that returns none or two is no alarm', async () => {
  const { cloudWatch } = await emulated()
  const { EvaluationPeriods, Threshold, ComparisonOperator } = failing
  const two = [metricQuery('a', 'Count', 'Sum', {}), metricQuery('b', 'Count', 'Sum', {})]
  const put = new PutMetricAlarmCommand({
    AlarmName: 'x',
    EvaluationPeriods,
    Threshold,
    ComparisonOperator,
    Metrics: two,
  })
  await expect(cloudWatch.send(put)).rejects.toThrow('Invalid metrics list')
})
