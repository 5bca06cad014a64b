import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlarmRule } from '@callboard/shared-types/alarms/alarms.schemas'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let checkout: Awaited<ReturnType<typeof demoStage>>
let cloudwatch: CloudWatchClient

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  checkout = await demoStage(app, 'checkout', 'prod')
  cloudwatch = new CloudWatchClient({
    endpoint: app.emulator.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: '123456789012', secretAccessKey: 'x' },
  })
})
afterAll(() => app.close())

const rule: AlarmRule = {
  metric: '5XXError',
  statistic: 'Average',
  route: null,
  comparison: 'GreaterThanThreshold',
  threshold: 0.02,
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  description: 'Too many fail',
  alarmActions: ['arn:aws:sns:eu-central-1:123456789012:ops'],
  okActions: [],
}

type Edits = Parameters<Client['alarms']['save']>[0]['edits']

const look = async (edits: Edits) => (await mara.alarms.save({ ...checkout.address, edits, dryRun: true })).plan

async function save(edits: Edits) {
  const { seen } = await look(edits)
  const done = await mara.alarms.save({ ...checkout.address, edits, dryRun: false, seen, confirm: 'prod' })
  return done.change!
}

async function undo(changeId: string) {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  return (await mara.activity.undo({ changeId, dryRun: false, seen: plan.seen, confirm: 'prod' })).change!
}

const atAws = async (name: string) =>
  (await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }))).MetricAlarms![0]
const listed = async () => (await mara.alarms.list(checkout.address)).items
const pass = (minutes: number) => app.director('clock', { advanceSeconds: minutes * 60 })

describe('an alarm', () => {
  test('is made as reviewed, fires, is changed and deleted, and each of it can be undone', async () => {
    const plan = await look({ set: { 'checkout fails': rule } })
    expect(plan).toMatchObject({ title: 'Make the alarm checkout fails', blocked: null, undo: { kind: 'exact' } })
    expect(plan.changes).toContainEqual(
      expect.objectContaining({ label: 'Alarm checkout fails · threshold', before: null, after: '0.02' }),
    )
    expect(plan.commands[0]).toContain('aws cloudwatch put-metric-alarm')
    expect(plan.commands[0]).toContain('--ok-actions')

    const made = await save({ set: { 'checkout fails': rule } })
    expect(made.status).toBe('done')
    expect(await atAws('checkout fails')).toMatchObject({
      MetricName: '5XXError',
      Statistic: 'Average',
      Threshold: 0.02,
      Dimensions: [
        { Name: 'ApiName', Value: 'checkout' },
        { Name: 'Stage', Value: 'prod' },
      ],
      AlarmActions: rule.alarmActions,
    })
    expect((await listed())[0]!.rule).toEqual(rule)

    await pass(6)
    expect(await listed()).toMatchObject([{ name: 'checkout fails', state: 'ALARM' }])
    const { items } = await mara.alarms.history(checkout.address)
    expect(items[0]!.states.map(({ state }) => state)).toEqual(['INSUFFICIENT_DATA', 'ALARM'])

    const changed = await save({
      set: { 'checkout fails': { ...rule, statistic: 'p99', metric: 'Latency', threshold: 9_000 } },
    })
    expect(await atAws('checkout fails')).toMatchObject({ ExtendedStatistic: 'p99', Threshold: 9_000 })
    expect((await undo(changed.id)).status).toBe('done')
    expect(await atAws('checkout fails')).toMatchObject({ Statistic: 'Average', Threshold: 0.02 })

    const gone = await save({ remove: ['checkout fails'] })
    expect(gone.undo.kind).toMatchObject({ kind: 'compensating' })
    expect(await atAws('checkout fails')).toBeUndefined()
    expect((await undo(gone.id)).status).toBe('done')
    expect(await atAws('checkout fails')).toMatchObject({ Threshold: 0.02, AlarmActions: rule.alarmActions })
  })

  test('that was the first one is gone after the undo', async () => {
    const qa = await demoStage(app, 'checkout', 'qa')
    const edits = { set: { 'qa fails': rule } }
    const { plan } = await mara.alarms.save({ ...qa.address, edits, dryRun: true })
    const { change } = await mara.alarms.save({ ...qa.address, edits, dryRun: false, seen: plan.seen })
    expect(await atAws('qa fails')).toBeDefined()
    const looked = await mara.activity.undo({ changeId: change!.id, dryRun: true })
    await mara.activity.undo({ changeId: change!.id, dryRun: false, seen: looked.plan.seen })
    expect(await atAws('qa fails')).toBeUndefined()
  })

  test('is never put over one of somebody else’s', async () => {
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'orders fail',
        Namespace: 'AWS/ApiGateway',
        MetricName: '5XXError',
        Dimensions: [
          { Name: 'ApiName', Value: 'orders' },
          { Name: 'Stage', Value: 'prod' },
        ],
        Statistic: 'Average',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    )
    const plan = await look({ set: { 'orders fail': rule } })
    expect(plan.blocked).toMatchObject({ rule: 'alarm_name', reason: expect.stringContaining('something else') })
    expect((await look({ remove: ['orders fail'] })).blocked).not.toBeNull()
  })

  test('of metric math is shown and not edited', async () => {
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'by math',
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        Metrics: [
          {
            Id: 'a',
            ReturnData: false,
            MetricStat: {
              Metric: {
                Namespace: 'AWS/ApiGateway',
                MetricName: 'Count',
                Dimensions: [
                  { Name: 'ApiName', Value: 'checkout' },
                  { Name: 'Stage', Value: 'prod' },
                ],
              },
              Period: 60,
              Stat: 'Sum',
            },
          },
          { Id: 'b', Expression: 'a * 2' },
        ],
      }),
    )
    await pass(1)
    const math = (await listed()).find(({ name }) => name === 'by math')
    expect(math).toMatchObject({ rule: null, looksAt: 'metric math' })
    expect((await look({ set: { 'by math': rule } })).blocked).not.toBeNull()
  })
})

describe('suggested alarms', () => {
  test('have thresholds above the usual, and say where they would have fired', async () => {
    const { items, without } = await mara.alarms.suggest(checkout.address)
    const errors = items.find(({ name }) => name === 'checkout prod 5XX rate')!

    expect(items.map(({ name }) => name).filter((name) => name !== 'checkout prod 429s')).toEqual([
      'checkout prod 5XX rate',
      'checkout prod p99 latency',
      'checkout prod 4XX rate',
      'checkout prod no traffic',
    ])
    expect(errors.rule.threshold).toBeGreaterThanOrEqual(0.01)
    expect(errors.rehearsal.firings).toHaveLength(1)
    expect(errors.rehearsal.firings[0]!.from).toMatch(/^2026-11-24T11:/)
    expect(without.filter(({ running }) => !running)).toEqual([])
    const again = await mara.alarms.rehearse({ ...checkout.address, rule: JSON.stringify(errors.rule) })
    expect(again).toEqual(errors.rehearsal)
  })

  test('of a stage that is quiet at times have none for no traffic', async () => {
    const dev = await demoStage(app, 'checkout', 'dev')
    const { without } = await mara.alarms.suggest(dev.address)
    expect(without.map(({ what }) => what)).toContain('no traffic')
  })
})

describe('how long logs are kept', () => {
  const retention = async () =>
    (await mara.logs.get(checkout.address)).groups.find(({ source }) => source === 'access')!.retentionDays

  test('is set with what it deletes said before, and put back', async () => {
    const edits = { retentionDays: { access: 30 as const } }
    const { plan } = await mara.logs.setRetention({ ...checkout.address, edits, dryRun: true })
    expect(plan.undo).toMatchObject({ kind: 'compensating' })
    expect(plan.warnings[0]!.text).toContain('older than 30 days')
    const { change } = await mara.logs.setRetention({
      ...checkout.address,
      edits,
      dryRun: false,
      seen: plan.seen,
      confirm: 'prod',
    })
    expect([change!.status, await retention()]).toEqual(['done', 30])
    expect((await undo(change!.id)).status).toBe('done')
    expect(await retention()).toBeNull()
  })
})
