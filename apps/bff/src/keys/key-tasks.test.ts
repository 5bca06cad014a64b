import { GetApiKeyCommand, UpdateApiKeyCommand } from '@aws-sdk/client-api-gateway'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetKeys, keyedStage } from '../../tests/keyed-stage.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'
import { usageScope } from '../aws/usage.reader.ts'
import { runKeyTasks } from './run-key-tasks.ts'

let app: TestApp
let mara: Client

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
})
afterAll(() => app.close())

const connection = 'demo'
const rotation = { overlapHours: 2, deleteAfterDays: 3 }

/** World time passes, and the clock's work is done as often as it would be. */
async function pass(minutes: number, planId: string, between: () => Promise<unknown> = async () => {}) {
  for (let left = minutes; left > 0; left -= 30) {
    await between()
    await app.director('clock', { advanceSeconds: Math.min(left, 30) * 60 })
    app.app.services.connections.get(connection).cache.drop(usageScope(planId))
    await runKeyTasks(app.app.services)
  }
}

async function rotate(keyId: string) {
  const { plan } = await mara.keys.rotate({ connection, keyId, rotation, dryRun: true })
  return mara.keys.rotate({ connection, keyId, rotation, dryRun: false, seen: plan.seen })
}

const taskOf = async (keyId: string) => (await mara.keys.get({ connection, keyId })).tasks[0]!
const isThere = (apiKey: string) =>
  app.aws.send(new GetApiKeyCommand({ apiKey })).then(
    ({ enabled }) => enabled,
    () => 'gone',
  )

describe('a rotation', () => {
  test('goes from the old key to the new one with no call refused, while callers move over', async () => {
    const at = await keyedStage(app)
    forgetKeys(app)
    const { made, plan } = await rotate(at.keyId)
    expect(plan.consequences).toHaveLength(3)
    expect((await mara.keys.get({ connection, keyId: made!.keyId })).key).toMatchObject({ planIds: [at.planId] })

    // Half of the callers go on with the old key for four hours, twice as long as was planned.
    const statuses = new Set<number>()
    const both = async () => {
      for (const value of [at.value, made!.value]) statuses.add((await at.call('/pets', value)).status)
    }
    await pass(240, at.planId, both)
    expect(await taskOf(at.keyId)).toMatchObject({ kind: 'rotate', phase: 'overlap', status: 'open' })
    expect(await isThere(at.keyId)).toBe(true)

    await pass(120, at.planId, async () => void statuses.add((await at.call('/pets', made!.value)).status))
    expect(await taskOf(at.keyId)).toMatchObject({ phase: 'off' })
    expect(await isThere(at.keyId)).toBe(false)
    expect([...statuses]).toEqual([200])

    await pass(3 * 24 * 60 + 30, at.planId)
    expect(await isThere(at.keyId)).toBe('gone')
    expect(await taskOf(made!.keyId)).toMatchObject({ status: 'done' })
    expect(await at.call('/pets', made!.value)).toMatchObject({ status: 200 })
    const done = (await mara.activity.list({})).items.slice(0, 2)
    expect(done.map(({ verb, actor }) => [verb, actor.kind, actor.name])).toEqual([
      ['keys.remove', 'job', 'key-rotation'],
      ['keys.save', 'job', 'key-rotation'],
    ])
  })

  test('waits until the gateways can know the new key, or a call proved it', async () => {
    const [proven, waiting] = [await keyedStage(app), await keyedStage(app)]
    forgetKeys(app)
    const { made } = await rotate(proven.keyId)
    await rotate(waiting.keyId)
    await proven.call('/pets', made!.value)
    await runKeyTasks(app.app.services)
    expect(await taskOf(proven.keyId)).toMatchObject({ phase: 'overlap' })
    expect(await taskOf(waiting.keyId)).toMatchObject({ phase: 'proving' })
    await pass(3, waiting.planId)
    expect(await taskOf(waiting.keyId)).toMatchObject({ phase: 'overlap' })
  })

  test('is led on early by who disables the old key, and ends where somebody enables it again', async () => {
    const at = await keyedStage(app)
    forgetKeys(app)
    await rotate(at.keyId)
    const enable = (value: string) =>
      app.aws.send(
        new UpdateApiKeyCommand({ apiKey: at.keyId, patchOperations: [{ op: 'replace', path: '/enabled', value }] }),
      )
    await pass(3, at.planId)
    await enable('false')
    await pass(1, at.planId)
    expect(await taskOf(at.keyId)).toMatchObject({ phase: 'off', status: 'open' })
    await enable('true')
    await pass(1, at.planId)
    expect(await taskOf(at.keyId)).toMatchObject({ status: 'cancelled', outcome: expect.stringContaining('both stay') })
  })

  test('can be called off at each step, and then nothing more is done', async () => {
    const at = await keyedStage(app)
    forgetKeys(app)
    await rotate(at.keyId)
    const { id } = await taskOf(at.keyId)
    expect((await mara.keys.cancelTask({ taskId: id })).task).toMatchObject({ status: 'cancelled' })
    await pass(24 * 60, at.planId)
    expect(await isThere(at.keyId)).toBe(true)
    await expect(mara.keys.cancelTask({ taskId: id })).rejects.toMatchObject({ code: 'guard_rail' })
  })

  test('whose making was cut off is found by the mark of its value', async () => {
    const at = await keyedStage(app)
    forgetKeys(app)
    const { made } = await rotate(at.keyId)
    const { keyTasks } = app.app.services
    const [task] = await keyTasks.ofKey(app.app.services.connections.get(connection).config, at.keyId)
    await keyTasks.save({ ...task!, otherKeyId: null, body: { ...task!.body, phase: 'making' } as never })
    await pass(3, at.planId)
    expect(await taskOf(at.keyId)).toMatchObject({ newKeyId: made!.keyId, phase: 'proving' })
  })

  test('isn’t begun twice, nor for a key that is disabled', async () => {
    const at = await keyedStage(app)
    forgetKeys(app)
    await rotate(at.keyId)
    const again = await mara.keys.rotate({ connection, keyId: at.keyId, rotation, dryRun: true })
    expect(again.plan.blocked).toMatchObject({ rule: 'rotating' })
  })
})

test('a key that expires is disabled by the clock, as a change of its own', async () => {
  const at = await keyedStage(app)
  forgetKeys(app)
  const when = new Date(app.app.services.clocks.worldMs() + 3_600_000).toISOString()
  await mara.keys.expire({ connection, keyId: at.keyId, at: when })
  await pass(30, at.planId)
  expect(await isThere(at.keyId)).toBe(true)
  await pass(31, at.planId)
  expect(await isThere(at.keyId)).toBe(false)
  expect((await mara.activity.list({})).items[0]).toMatchObject({
    actor: { name: 'key-expiry' },
    undo: { available: true },
  })
  const past = { connection, keyId: at.keyId, at: '2020-01-01T00:00:00.000Z' }
  await expect(mara.keys.expire(past)).rejects.toMatchObject({ code: 'guard_rail' })
})

test('a key that is retired is off at once, and deleted after its time unless it was enabled again', async () => {
  const [gone, kept] = [await keyedStage(app), await keyedStage(app)]
  forgetKeys(app)
  for (const { keyId } of [gone, kept]) {
    const input = { connection, keyId, deleteAfterDays: 2 }
    const { plan } = await mara.keys.retire({ ...input, dryRun: true })
    await mara.keys.retire({ ...input, dryRun: false, seen: plan.seen, confirm: plan.confirm ?? '' })
  }
  expect(await gone.call()).toMatchObject({ status: 403 })
  const [change] = (await mara.activity.list({})).items
  const { plan } = await mara.activity.undo({ changeId: change!.id, dryRun: true })
  await mara.activity.undo({ changeId: change!.id, dryRun: false, seen: plan.seen })
  await pass(2 * 24 * 60 + 30, gone.planId)
  expect([await isThere(gone.keyId), await isThere(kept.keyId)]).toEqual(['gone', true])
})
