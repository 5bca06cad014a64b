import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteMetricFilterCommand,
  DescribeMetricFiltersCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlarmRule } from '@callboard/shared-types/alarms/alarms.schemas'
import { alarmsScope } from '../aws/alarms.reader.ts'
import { stagesScope } from '../aws/stages.reader.ts'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let cloudwatch: CloudWatchClient
let logs: CloudWatchLogsClient

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  const credentials = { accessKeyId: '123456789012', secretAccessKey: 'x' }
  const config = { endpoint: app.emulator.url, region: 'eu-central-1', credentials }
  cloudwatch = new CloudWatchClient(config)
  logs = new CloudWatchLogsClient(config)
})
afterAll(() => app.close())

type Stage = Awaited<ReturnType<typeof demoStage>>
type Edits = Parameters<Client['alarms']['save']>[0]['edits']

const rule: AlarmRule = {
  metric: '429',
  statistic: 'Sum',
  route: null,
  comparison: 'GreaterThanThreshold',
  threshold: 10,
  periodSeconds: 60,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  missingData: 'notBreaching',
  description: '',
  alarmActions: [],
  okActions: [],
}

const look = async ({ address }: Stage, edits: Edits) =>
  (await mara.alarms.save({ ...address, edits, dryRun: true })).plan

async function save(stage: Stage, edits: Edits) {
  const { seen, confirm, blocked } = await look(stage, edits)
  expect(blocked).toBeNull()
  const more = confirm === null ? {} : { confirm }
  const { change } = await mara.alarms.save({ ...stage.address, edits, dryRun: false, seen, ...more })
  expect(change!.status).toBe('done')
  return change!
}

async function undo(changeId: string) {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  const more = plan.confirm === null ? {} : { confirm: plan.confirm }
  return (await mara.activity.undo({ changeId, dryRun: false, seen: plan.seen, ...more })).change!.status
}

/** The filters and alarms that are there for a stage. */
async function atAws({ address: { apiId, stage } }: Stage) {
  const { metricFilters } = await logs.send(new DescribeMetricFiltersCommand({}))
  const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}))
  const name = `${apiId}/${stage}/`
  return {
    filters: metricFilters!
      .filter(({ filterName }) => filterName!.startsWith(`callboard/${name}`))
      .map(({ logGroupName, filterPattern }) => `${logGroupName} ${filterPattern}`),
    alarms: MetricAlarms!
      .filter(({ Namespace, MetricName }) => Namespace === 'Callboard/ApiGateway' && MetricName!.startsWith(name))
      .map(({ AlarmName, Threshold }) => `${AlarmName} ${Threshold}`),
  }
}

const group = (api: string) => `/aws/apigateway/${api}/prod`
const filterOf = (api: string, status = '429') => `${group(api)} { $.status = "${status}" }`
/** What somebody else changed is seen at once. */
const forget = ({ address }: Stage) => {
  const { cache } = app.app.services.connections.get('demo')
  for (const scope of [stagesScope(address.apiId), alarmsScope]) cache.drop(scope)
}

/** Asks until the log has been counted. */
async function counted<T>(ask: () => Promise<T>, isRunning: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (!isRunning(answer)) return answer
  }
}

const rehearse = ({ address }: Stage, of: AlarmRule) =>
  counted(
    () => mara.alarms.rehearse({ ...address, rule: JSON.stringify(of) }),
    ({ unknown }) => unknown?.running ?? false,
  )

const suggest = ({ address }: Stage) =>
  counted(
    () => mara.alarms.suggest(address),
    ({ without }) => without.some(({ running }) => running),
  )

const listed = async ({ address }: Stage) => (await mara.alarms.list(address)).items
const pass = (minutes: number) => app.director('clock', { advanceSeconds: minutes * 60 })

/** One call a second, as the clock stands still. */
const throttle = (stage: Stage) =>
  stage.patch(
    { op: 'replace', path: '/*/*/throttling/rateLimit', value: '1' },
    { op: 'replace', path: '/*/*/throttling/burstLimit', value: '1' },
  )

const call = ({ address: { apiId: restApiId, stage: stageName } }: Stage, path: string, requests: number) =>
  app.director('traffic', { restApiId, stageName, method: 'GET', path, requests })

describe('an alarm on a status', () => {
  test('is a metric filter and an alarm on it, reviewed as both, read back, and fires for what the log says', async () => {
    const stage = await demoStage(app, 'checkout', 'prod')
    const edits = { set: { throttled: rule } }
    const plan = await look(stage, edits)
    expect(plan).toMatchObject({ title: 'Make the alarm throttled', blocked: null, undo: { kind: 'exact' } })
    expect(plan.warnings.map(({ code }) => code)).toContain('custom_metric')
    expect(plan.commands).toEqual([
      expect.stringContaining('aws logs put-metric-filter'),
      expect.stringContaining('aws cloudwatch put-metric-alarm'),
    ])
    expect(plan.commands[0]).toContain(`--filter-pattern '{ $.status = "429" }'`)
    expect(plan.changes.map(({ label, after }) => `${label}: ${after}`)).toEqual(
      expect.arrayContaining([`Count of 429 · in log group: ${group('checkout')}`, 'Alarm throttled · threshold: 10']),
    )
    const made = await save(stage, edits)
    expect(await atAws(stage)).toEqual({ filters: [filterOf('checkout')], alarms: ['throttled 10'] })
    expect((await listed(stage))[0]).toMatchObject({ name: 'throttled', rule, trouble: null })

    await throttle(stage)
    for (let minute = 0; minute < 3; minute++) {
      await call(stage, '/carts/1', 20)
      await pass(1)
    }
    expect((await listed(stage))[0]).toMatchObject({ state: 'ALARM', reason: expect.stringContaining('19.0') })

    const changed = await look(stage, { set: { throttled: { ...rule, threshold: 20 } } })
    expect(changed.operations.map(({ operation }) => operation)).toEqual(['PutMetricAlarm'])
    expect(await undo(made.id)).toBe('done')
    expect(await atAws(stage)).toEqual({ filters: [], alarms: [] })
  })

  test('shares its filter with others on the same status: it goes with the last, and comes back with it', async () => {
    const stage = await demoStage(app, 'orders', 'prod')
    const first = await save(stage, { set: { 'a few': rule } })
    await save(stage, { set: { many: { ...rule, threshold: 100 } } })
    expect((await look(stage, { remove: ['a few'] })).operations.map(({ operation }) => operation)).toEqual([
      'DeleteAlarms',
    ])
    // The second alarm was made since and needs the filter that the first brought.
    expect(await undo(first.id)).toBe('done')
    expect(await atAws(stage)).toEqual({ filters: [filterOf('orders')], alarms: ['many 100'] })

    const plan = await look(stage, { remove: ['many'] })
    expect(plan.operations.map(({ operation }) => operation)).toEqual(['DeleteAlarms', 'DeleteMetricFilter'])
    const gone = await save(stage, { remove: ['many'] })
    expect(await atAws(stage)).toEqual({ filters: [], alarms: [] })
    expect(await undo(gone.id)).toBe('done')
    expect(await atAws(stage)).toEqual({ filters: [filterOf('orders')], alarms: ['many 100'] })
  })

  test('that becomes one on another metric leaves no filter behind', async () => {
    const stage = await demoStage(app, 'accounts', 'prod')
    await save(stage, { set: { mine: { ...rule, metric: '503' }, other: { ...rule, metric: '504' } } })
    expect((await atAws(stage)).filters).toEqual([filterOf('accounts', '503'), filterOf('accounts', '504')])
    const changed = await save(stage, { set: { mine: { ...rule, metric: '5XXError' } } })
    expect((await atAws(stage)).filters).toEqual([filterOf('accounts', '504')])
    expect(await undo(changed.id)).toBe('done')
    expect((await atAws(stage)).filters).toHaveLength(2)
  })

  test('says when the log has moved on, and counts anew once it is saved', async () => {
    const stage = await demoStage(app, 'notifications', 'prod')
    await save(stage, { set: { late: rule } })
    const was = (await stage.read()).accessLogSettings!
    const logTo = async (name: string, format: string) => {
      await stage.patch(
        {
          op: 'replace',
          path: '/accessLogSettings/destinationArn',
          value: was.destinationArn!.replace(/[^:]+$/, name),
        },
        { op: 'replace', path: '/accessLogSettings/format', value: format },
      )
      forget(stage)
      return (await listed(stage))[0]!.trouble
    }
    await logs.send(new CreateLogGroupCommand({ logGroupName: 'moved' }))
    expect(await logTo(group('notifications'), '$context.requestId $context.status')).toContain('format isn’t the one')
    expect(await logTo('moved', '$context.requestId $context.status')).toContain('the access log goes to moved by now')
    expect(await logTo('moved', '{"id":"$context.requestId"}')).toContain('put $context.status into it')
    const uncounted = await look(stage, { set: { late: { ...rule, threshold: 11 } } })
    expect(uncounted.operations.map(({ operation }) => operation)).toEqual(['PutMetricAlarm'])
    expect(uncounted.warnings).toContainEqual(expect.objectContaining({ code: 'not_counted' }))
    expect(await logTo('moved', '$context.requestId $context.status')).toContain('Edit the alarm and save it')

    const plan = await look(stage, { set: { late: rule } })
    expect(plan.operations.map(({ operation }) => operation)).toEqual(['PutMetricFilter', 'DeleteMetricFilter'])
    const moved = await save(stage, { set: { late: rule } })
    expect((await atAws(stage)).filters).toEqual(['moved [f1, status = 429]'])
    expect((await listed(stage))[0]!.trouble).toBeNull()
    expect(await undo(moved.id)).toBe('done')
    expect((await atAws(stage)).filters).toEqual([filterOf('notifications')])
    const { apiId } = stage.address
    const filter = { logGroupName: group('notifications'), filterName: `callboard/${apiId}/prod/429` }
    await logs.send(new DeleteMetricFilterCommand(filter))
    expect(await logTo(group('notifications'), was.format!)).toContain('it can’t fire')
  })

  test('is named to who changes the log under it, if it would not count on by itself', async () => {
    const stage = await demoStage(app, 'inventory', 'prod')
    await save(stage, { set: { throttled: rule } })
    const { format, destinationArn = '' } = (await stage.read()).accessLogSettings!
    const told = async (accessLog: { destinationArn: string; format: string } | null) => {
      const { plan } = await mara.settings.save({ ...stage.address, edits: { accessLog }, dryRun: true })
      return plan.warnings.filter(({ code }) => code === 'alarms_left_behind').map(({ text }) => text)
    }
    expect(await told({ destinationArn, format: '$context.requestId $context.status' })).toEqual([
      'The alarm throttled counts 429 in the access log as it is now. To have 429 counted on, edit it under Alarms afterwards and save it.',
    ])
    expect(await told(null)).toEqual([expect.stringContaining('which is off')])
    const longer = format!.replace(/}$/, ',"more":"$context.path"}')
    expect(await told({ destinationArn, format: longer })).toEqual([])

    await save(stage, { remove: ['throttled'] })
    expect(await told(null)).toEqual([])
  })

  test('is refused without an access log, and where its group would mix in other stages', async () => {
    const dev = await demoStage(app, 'checkout', 'dev')
    expect((await look(dev, { set: { fresh: rule } })).blocked).toMatchObject({
      rule: 'status_filter',
      reason: expect.stringContaining('Settings turns it on'),
      fields: ['alarms.fresh'],
    })
    const qa = await demoStage(app, 'pricing', 'qa')
    const prod = await demoStage(app, 'pricing', 'prod')
    const { destinationArn, format } = (await prod.read()).accessLogSettings!
    const share = (value: string) =>
      qa.patch(
        { op: 'replace', path: '/accessLogSettings/destinationArn', value: destinationArn! },
        { op: 'replace', path: '/accessLogSettings/format', value },
      )
    await share(format!)
    forget(qa)
    const { blocked } = await look(qa, { set: { fresh: rule } })
    expect(blocked!.reason).toContain('is the access log of pricing/prod as well')
    expect(blocked!.reason).toContain('$context.apiId and $context.stage')
    await share('$context.stage $context.status')
    forget(qa)
    const told = await look(qa, { set: { fresh: rule } })
    expect([told.blocked, told.commands[0]]).toEqual([null, expect.stringContaining(`'[stage = qa, status = 429]'`)])
  })

  test.each([
    { statistic: 'Average', field: 'statistic' },
    { route: 'GET /carts', field: 'route' },
  ])('is a sum over the whole stage: $field', async ({ field, ...wrong }) => {
    const stage = await demoStage(app, 'checkout', 'prod')
    await expect(look(stage, { set: { throttled: { ...rule, ...wrong } } })).rejects.toMatchObject({
      code: 'invalid',
      data: { issues: [{ path: expect.stringContaining(field) }] },
    })
  })
})

describe('the past of a status', () => {
  test('is counted in the access log, for the rehearsal and the threshold of a suggestion', async () => {
    const stage = await demoStage(app, 'shipping', 'prod')
    const { firings, points, cost, unknown } = await rehearse(stage, {
      ...rule,
      metric: '502',
      threshold: 20,
      periodSeconds: 300,
    })
    expect([unknown, points]).toEqual([null, 4_032])
    // 3.4 failed for 40 minutes, five days ago.
    expect(firings.map(({ from }) => from)).toEqual([expect.stringMatching(/^2026-11-19T/)])
    expect(cost.usd).toBeGreaterThan(0.001)

    const suggestions = await suggest(stage)
    expect(suggestions.cost).toMatchObject({ metrics: 4, logUsd: expect.any(Number) })
    expect(suggestions.cost.usd).toBeCloseTo(0.00004 + suggestions.cost.logUsd!, 8)
    const suggested = async () => (await suggest(stage)).items.find(({ name }) => name === 'shipping prod 429s')!
    expect(await suggested()).toMatchObject({
      rule: { metric: '429', statistic: 'Sum', threshold: 10 },
      why: 'No call was throttled in the last two weeks',
      rehearsal: { firings: [], points: 4_032 },
    })
    await throttle(stage)
    await call(stage, '/shipments/s-1', 40)
    await pass(61)
    expect((await suggested()).why).toBe('99 % of the last two weeks’ five minutes had 0 or fewer, the worst 39')
  })

  test('isn’t known without a log, and begins with what is kept of it', async () => {
    const dev = await demoStage(app, 'checkout', 'dev')
    const { unknown } = await rehearse(dev, rule)
    expect(unknown).toMatchObject({ why: expect.stringContaining('which is off'), running: false })
    expect((await suggest(dev)).without).toContainEqual(
      expect.objectContaining({ what: '429s', why: expect.stringContaining('which is off') }),
    )
    const stage = await demoStage(app, 'invoices', 'prod')
    const logGroupName = group('invoices')
    await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 3 }))
    const hourly = { ...rule, periodSeconds: 3_600 }
    const { points } = await rehearse(stage, hourly)
    expect(points).toBeLessThanOrEqual(72)
    expect(points).toBeGreaterThan(48)
  })

  test('that Insights can’t tell is said, and the other suggestions stand', async () => {
    const stage = await demoStage(app, 'partners', 'prod')
    await app.director('faults', { operation: 'StartQuery', kind: 'error', times: 20 })
    const { items, without } = await suggest(stage)
    expect(items.map(({ name }) => name)).toContain('partners prod 4XX rate')
    expect(without).toContainEqual({
      what: '429s',
      why: expect.stringContaining('The access log couldn’t be counted: '),
      running: false,
    })
    await app.director('faults', undefined, 'DELETE')
    expect((await suggest(stage)).items.map(({ name }) => name)).toContain('partners prod 429s')
  })
})
