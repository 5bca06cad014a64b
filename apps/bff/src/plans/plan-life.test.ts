import { GetUsagePlanCommand, GetUsagePlansCommand } from '@aws-sdk/client-api-gateway'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetKeys, keyedStage, type KeyedStage } from '../../tests/keyed-stage.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let at: KeyedStage

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  at = await keyedStage(app, { throttle: { rateLimit: 100, burstLimit: 100 }, quota: { limit: 3, period: 'DAY' } })
})
afterAll(() => app.close())

const connection = 'demo'
type Edits = Parameters<Client['plans']['save']>[0]['edits']

const look = async (planId: string, edits: Edits) =>
  (await mara.plans.save({ connection, planId, edits, dryRun: true })).plan

async function save(planId: string, edits: Edits) {
  const { seen } = await look(planId, edits)
  return (await mara.plans.save({ connection, planId, edits, dryRun: false, seen })).change!
}

async function undo(changeId: string) {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  return (await mara.activity.undo({ changeId, dryRun: false, seen: plan.seen })).change!
}

const read = async (usagePlanId: string) => {
  const { throttle, quota, apiStages, name } = await app.aws.send(new GetUsagePlanCommand({ usagePlanId }))
  return { name, throttle, quota, apiStages }
}

const stageKey = () => `${at.address.apiId}:live` as const

describe('a plan', () => {
  test('changes in everything with one call, and back with one', async () => {
    const before = await read(at.planId)
    await app.director('calls', undefined, 'DELETE')
    const change = await save(at.planId, {
      name: 'Gold',
      throttle: { rateLimit: 12.5, burstLimit: 30 },
      quota: { limit: 1_000, period: 'WEEK', offset: 1 },
      methods: { [stageKey()]: { '/pets/GET': { rateLimit: 1, burstLimit: 2 } } },
    })
    expect(await read(at.planId)).toEqual({
      name: 'Gold',
      throttle: { rateLimit: 12.5, burstLimit: 30 },
      quota: { limit: 1_000, period: 'WEEK', offset: 1 },
      apiStages: [
        { apiId: at.address.apiId, stage: 'live', throttle: { '/pets/GET': { rateLimit: 1, burstLimit: 2 } } },
      ],
    })
    expect(change.changes.map(({ label }) => label)).toContain(`GET /pets of ${stageKey()} · burst`)
    await undo(change.id)
    expect(await read(at.planId)).toEqual(before)
    expect(await app.called('UpdateUsagePlan')).toBe(2)
  })

  test.each<[string, Edits, string]>([
    ['a burst below 1', { throttle: { rateLimit: 1, burstLimit: 0 } }, 'limits'],
    ['a rate of 0', { throttle: { rateLimit: 0, burstLimit: 1 } }, 'limits'],
    ['half a burst', { throttle: { rateLimit: 1, burstLimit: 1.5 } }, 'limits'],
    ['a quota offset out of its period', { quota: { limit: 5, period: 'WEEK', offset: 7 } }, 'limits'],
    ['an offset of a day', { quota: { limit: 5, period: 'DAY', offset: 1 } }, 'limits'],
    ['a quota of 0', { quota: { limit: 0, period: 'DAY', offset: 0 } }, 'limits'],
    ['no name', { name: ' ' }, 'limits'],
    ['a stage that is not there', { addStages: ['abcdefghij:gone'] }, 'unknown_stage'],
  ])('doesn’t take %s, and says so before anything is sent', async (_name, edits, rule) => {
    expect((await look(at.planId, edits)).blocked).toMatchObject({ rule })
  })

  test('doesn’t take a stage that its keys reach by another plan', async () => {
    const other = await keyedStage(app)
    const both = { connection, keyId: at.keyId, edits: { addPlans: [other.planId] } }
    forgetKeys(app)
    const { plan } = await mara.keys.save({ ...both, dryRun: true })
    await mara.keys.save({ ...both, dryRun: false, seen: plan.seen })
    expect((await look(other.planId, { addStages: [stageKey()] })).blocked).toMatchObject({
      rule: 'two_plans_of_a_stage',
    })
  })

  test('is made, and deleted after its stages were taken out; undo brings it back without its keys', async () => {
    const plan = { name: 'Silver', throttle: { rateLimit: 5, burstLimit: 5 }, addStages: [stageKey()] }
    const { plan: looked } = await mara.plans.create({ connection, plan, dryRun: true })
    const { change } = await mara.plans.create({ connection, plan, dryRun: false, seen: looked.seen })
    expect(change!.status).toBe('done')
    const find = async () =>
      (await app.aws.send(new GetUsagePlansCommand({}))).items!.find(({ name }) => name === 'Silver')
    const planId = (await find())!.id!
    const remove = { connection, planId }
    const dry = (await mara.plans.remove({ ...remove, dryRun: true })).plan
    expect(dry.operations.map(({ operation }) => operation)).toEqual(['UpdateUsagePlan', 'DeleteUsagePlan'])
    expect(dry).toMatchObject({ confirm: 'Silver', undo: { kind: 'compensating' } })
    const gone = await mara.plans.remove({ ...remove, dryRun: false, seen: dry.seen, confirm: 'Silver' })
    expect(await find()).toBeUndefined()
    await undo(gone.change!.id)
    expect(await find()).toMatchObject({ throttle: { rateLimit: 5, burstLimit: 5 }, apiStages: [{ stage: 'live' }] })
  })

  test('whose making was never answered is found, and isn’t made twice', async () => {
    await app.director('faults', { operation: 'CreateUsagePlan', kind: 'drop-after', times: 1 })
    const input = { connection, plan: { name: 'Lost plan' } }
    const { plan } = await mara.plans.create({ ...input, dryRun: true })
    const { change } = await mara.plans.create({ ...input, dryRun: false, seen: plan.seen })
    expect(change).toMatchObject({ status: 'done' })
    const { items = [] } = await app.aws.send(new GetUsagePlansCommand({}))
    expect(items.filter(({ name }) => name === 'Lost plan')).toHaveLength(1)
  })
})

describe('a quota', () => {
  test('that is used up lets nothing through until it is extended, with a reason', async () => {
    const other = await keyedStage(app, { quota: { limit: 2, period: 'DAY' } })
    const calls = async (count: number) => {
      const statuses: number[] = []
      for (let n = 0; n < count; n++) statuses.push((await other.call()).status)
      return statuses
    }
    expect(await calls(3)).toEqual([200, 200, 429])
    const usage = await mara.plans.usage({ connection, planId: other.planId })
    expect(usage.keys).toMatchObject([{ keyId: other.keyId, total: 2, quota: { limit: 2, remaining: 0 } }])
    expect(usage.used.at(-1)).toBe(2)

    const input = { connection, planId: other.planId, keyId: other.keyId, remaining: 3 }
    const { plan } = await mara.plans.extend({ ...input, dryRun: true })
    expect(plan.consequences).toEqual([
      { label: expect.stringContaining('Left of the quota'), before: '0', after: '3' },
    ])
    await expect(mara.plans.extend({ ...input, dryRun: false, seen: plan.seen })).rejects.toMatchObject({
      data: { rule: 'reason' },
    })
    const { change } = await mara.plans.extend({ ...input, dryRun: false, seen: plan.seen, reason: 'a sale' })
    expect(change).toMatchObject({ status: 'done', reason: 'a sale' })
    expect(await calls(4)).toEqual([200, 200, 200, 429])
    expect((await mara.plans.usage({ connection, planId: other.planId })).keys[0]!.used.at(-1)).toBe(5)
  })

  test('of a key that is in none has nothing to extend', async () => {
    const other = await keyedStage(app)
    const input = { connection, planId: other.planId, keyId: other.keyId, remaining: 3, dryRun: true }
    forgetKeys(app)
    expect((await mara.plans.extend(input)).plan.blocked).toMatchObject({ rule: 'no_quota' })
  })
})

test('AWS takes an update every twenty seconds: the first goes at once, the next is told when its turn is', async () => {
  const paced = await startTestApp({ deps: { budgets: { planUpdateMs: 600_000 } } })
  const client = await paced.as('mara')
  const { planId } = await keyedStage(paced)
  const change = async (name: string) => {
    const { plan } = await client.plans.save({ connection, planId, edits: { name }, dryRun: true })
    return client.plans.save({ connection, planId, edits: { name }, dryRun: false, seen: plan.seen })
  }
  expect((await change('Gold')).change!.status).toBe('done')
  expect(await client.plans.queue({ connection })).toEqual({ items: [] })

  void change('Silver').catch(() => undefined)
  await expect.poll(() => client.plans.queue({ connection })).toMatchObject({ items: [{ planId }] })
  await paced.close()
})
