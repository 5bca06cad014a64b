import { GetApiKeyCommand, GetApiKeysCommand } from '@aws-sdk/client-api-gateway'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetKeys, keyedStage, type KeyedStage } from '../../tests/keyed-stage.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let at: KeyedStage

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  at = await keyedStage(app)
})
afterAll(() => app.close())

const connection = 'demo'
type NewKey = Parameters<Client['keys']['create']>[0]['key']
type Edits = Parameters<Client['keys']['save']>[0]['edits']

async function create(key: NewKey) {
  const { plan } = await mara.keys.create({ connection, key, dryRun: true })
  return mara.keys.create({ connection, key, dryRun: false, seen: plan.seen })
}

async function save(keyId: string, edits: Edits) {
  const { plan } = await mara.keys.save({ connection, keyId, edits, dryRun: true })
  const confirm = plan.confirm ?? undefined
  return (await mara.keys.save({ connection, keyId, edits, dryRun: false, seen: plan.seen, confirm })).change!
}

async function undo(changeId: string) {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  return (await mara.activity.undo({ changeId, dryRun: false, seen: plan.seen })).change!
}

const look = async (key: NewKey) => (await mara.keys.create({ connection, key, dryRun: true })).plan

describe('a new key', () => {
  test('opens the stages of its plans with the value that is told once, with a call to try', async () => {
    const { change, made } = await create({
      name: 'acme',
      owner: 'Acme',
      email: 'a@acme.example',
      planIds: [at.planId],
    })
    expect(change).toMatchObject({ status: 'done', undo: { kind: { kind: 'compensating' } } })
    expect(made!.value).toMatch(/^[A-Za-z0-9]{40}$/)
    expect(made!.tryIt).toEqual({ method: 'GET', url: expect.stringMatching(/\/live\/_user_request_\/pets$/) })
    expect((await fetch(made!.tryIt!.url, { headers: { 'x-api-key': made!.value } })).status).toBe(200)
    expect(await mara.keys.get({ connection, keyId: made!.keyId })).toMatchObject({
      key: { name: 'acme', owner: 'Acme', email: 'a@acme.example', enabled: true, planIds: [at.planId] },
    })
  })

  test('that is undone is gone, and the undo of that is refused: its value went with it', async () => {
    const { change, made } = await create({ name: 'short-lived', planIds: [at.planId] })
    const undone = await undo(change!.id)
    await expect(app.aws.send(new GetApiKeyCommand({ apiKey: made!.keyId }))).rejects.toThrow('Invalid API Key')
    const { plan } = await mara.activity.undo({ changeId: undone.id, dryRun: true })
    expect(plan.blocked).toMatchObject({ rule: 'unreachable', fields: ['value'] })
  })

  test('may bring a value of its own, if it is long enough and nobody has it', async () => {
    const value = 'brought-along-by-somebody-1'
    expect((await look({ name: 'own', value: 'short' })).blocked).toMatchObject({ rule: 'value' })
    expect((await look({ name: 'own', value: 'x'.repeat(129) })).blocked).toMatchObject({ rule: 'value' })
    const { made } = await create({ name: 'own', value, planIds: [at.planId] })
    expect(await at.call('/pets', value)).toMatchObject({ status: 200 })
    expect(made!.value).toBe(value)
    expect((await look({ name: 'twin', value })).blocked).toMatchObject({ rule: 'value_taken' })
  })

  test('wants a name, and isn’t put into two plans of one stage', async () => {
    expect((await look({ name: ' ' })).blocked).toMatchObject({ rule: 'name' })
    const apiStages = [{ apiId: at.address.apiId, stage: 'live' }]
    const other = await keyedStage(app, { apiStages })
    forgetKeys(app)
    expect((await look({ name: 'x', planIds: [at.planId, other.planId] })).blocked).toMatchObject({
      rule: 'two_plans_of_a_stage',
      reason: expect.stringContaining('one plan of a stage only'),
    })
  })

  test('whose answer is lost is found by its value, and isn’t made twice', async () => {
    await app.director('faults', { operation: 'CreateApiKey', kind: 'drop-after', times: 1 })
    const failed = await create({ name: 'lost', planIds: [at.planId] }).catch((error: { code: string }) => error)
    const { items = [] } = await app.aws.send(new GetApiKeysCommand({ nameQuery: 'lost' }))
    expect(items).toHaveLength(1)
    const [change] = (await mara.activity.list({})).items
    // What comes after the making wasn't sent: the key is there, and in no plan yet.
    expect(change).toMatchObject({ title: 'Make the API key lost', status: 'partly_done' })
    expect(failed).toMatchObject({ change: { status: 'partly_done' } })
  })
})

describe('a key that is there', () => {
  test('is disabled, with what that means said before, and undone exactly', async () => {
    const { plan } = await mara.keys.save({ connection, keyId: at.keyId, edits: { enabled: false }, dryRun: true })
    expect(plan).toMatchObject({ title: expect.stringMatching(/^Disable key-/), undo: { kind: 'exact' } })
    expect(plan.warnings.map(({ code }) => code)).toEqual(['shuts'])
    const change = await save(at.keyId, { enabled: false })
    expect(await at.call()).toMatchObject({ status: 403 })
    await undo(change.id)
    expect(await at.call()).toMatchObject({ status: 200 })
  })

  test('changes name, owner and plans in one review; later edits of others stay when that is undone', async () => {
    const other = await keyedStage(app)
    forgetKeys(app)
    const change = await save(at.keyId, {
      name: 'renamed',
      setTags: { owner: 'Zoe', ticket: 'OPS-1' },
      addPlans: [other.planId],
    })
    const joined = change.changes.find(({ field }) => field === `plans.${other.planId}`)
    expect(joined).toMatchObject({ afterNote: expect.stringMatching(/^plan-/) })
    await save(at.keyId, { setTags: { later: 'yes' } })
    await undo(change.id)
    const { key, tags } = await mara.keys.get({ connection, keyId: at.keyId })
    expect(key).toMatchObject({ name: expect.stringMatching(/^key-/), owner: null, planIds: [at.planId] })
    expect(tags).toEqual({ later: 'yes' })
  })

  test('isn’t deleted before it is disabled; then for good, by its name', async () => {
    const { made } = await create({ name: 'leaving', planIds: [at.planId] })
    const { keyId } = made!
    const remove = (more: object) => mara.keys.remove({ connection, keyId, dryRun: true, ...more })
    expect((await remove({})).plan.blocked).toMatchObject({ rule: 'disable_first' })
    await save(keyId, { enabled: false })
    const { plan } = await remove({})
    expect(plan).toMatchObject({ confirm: 'leaving', undo: { kind: 'none' }, blocked: null })
    await expect(remove({ dryRun: false, seen: plan.seen })).rejects.toMatchObject({ code: 'guard_rail' })
    const { change } = await remove({ dryRun: false, seen: plan.seen, confirm: 'leaving' })
    expect(change).toMatchObject({ status: 'done' })
    expect((await mara.keys.list({ connection })).items.find(({ id }) => id === keyId)).toBeUndefined()
  })

  test('shows its value to who may, once it stands in the activity that they asked', async () => {
    const input = { connection, keyId: at.keyId }
    const { plan, value } = await mara.keys.reveal({ ...input, dryRun: true })
    expect(value).toBeNull()
    const revealed = await mara.keys.reveal({ ...input, dryRun: false, seen: plan.seen, reason: 'a partner lost it' })
    expect(revealed.value).toBe(at.value)
    const [change] = (await mara.activity.list({})).items
    expect(change).toMatchObject({
      verb: 'keys.reveal',
      reason: 'a partner lost it',
      actor: { name: 'mara' },
      status: 'done',
    })
    const li = await app.as('li')
    await expect(li.keys.reveal({ ...input, dryRun: true })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('no value is in a row, a log line or an event, whatever was done with it', async () => {
  const events: string[] = []
  const stop = new AbortController()
  const reading = (async () => {
    for await (const event of app.app.services.events.read(undefined, stop.signal)) events.push(JSON.stringify(event))
  })()
  const planted = 'planted-value-that-nobody-may-see'
  const { made } = await create({ name: 'planted', value: planted, planIds: [at.planId] })
  const generated = (await create({ name: 'generated' })).made!.value
  await save(made!.keyId, { enabled: false })
  const { plan } = await mara.keys.reveal({ connection, keyId: made!.keyId, dryRun: true })
  await mara.keys.reveal({ connection, keyId: made!.keyId, dryRun: false, seen: plan.seen })
  await mara.keys.recognise({ connection, value: planted })
  await mara.keys.create({ connection, key: { name: 'again', value: planted }, dryRun: true })
  await app.director('faults', { operation: 'CreateApiKey', kind: 'throttle', times: 1 })
  await create({ name: 'refused', value: `${planted}-2` })
  const answers = [await mara.keys.list({ connection }), await mara.plans.list({ connection })]
  const activity = await Promise.all(
    (await mara.activity.list({})).items.map(({ id }) => mara.activity.get({ changeId: id })),
  )
  const tables = ['change', 'change_row', 'lease', 'secret', 'usage_day', 'usage_kept'] as const
  const store = await Promise.all(tables.map((table) => app.db.selectFrom(table).selectAll().execute()))
  stop.abort()
  await reading

  const seen = JSON.stringify([store, answers, activity, app.logged, events])
  expect(events.length).toBeGreaterThan(3)
  expect(seen).toContain('$VALUE')
  for (const value of [planted, generated]) expect(seen).not.toContain(value)
})
