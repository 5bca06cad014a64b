import { CreateStageCommand, DeleteStageCommand, TagResourceCommand } from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configOf } from '../aws/stage-config.ts'
import { stageArn } from '../aws/tag-patch.ts'
import { demoStage, lookAtStages } from '../../tests/demo-world.ts'
import { demoAccount, region, startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let qa: Awaited<ReturnType<typeof demoStage>>

beforeEach(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  qa = await demoStage(app, 'checkout', 'qa')
  await look()
})
afterEach(() => app.close())

const look = () => lookAtStages(app, qa.address.apiId)
const later = (seconds: number) => app.director('clock', { advanceSeconds: seconds })
const ref = () => ({ accountId: demoAccount, region, kind: 'rest' as const, apiId: qa.address.apiId, stage: 'qa' })
const snapshots = () => app.app.services.outside.snapshots.list(ref(), { limit: 50 })
const entries = async () => (await mara.activity.list(qa.address)).items

async function describeAs(description: string) {
  const edits = { description }
  const { plan } = await mara.settings.save({ ...qa.address, edits, dryRun: true })
  return (await mara.settings.save({ ...qa.address, edits, dryRun: false, seen: plan.seen })).change!
}

describe('a snapshot is kept', () => {
  test('at the first sight of a stage, which is no change, and not again while it stays so', async () => {
    await look()
    await look()

    const [first, ...more] = await snapshots()
    expect(more).toEqual([])
    expect(first).toMatchObject({ origin: 'first', changeId: null, config: configOf(await qa.read()) })
    expect(await entries()).toEqual([])
  })

  test('after a change of ours, which it leads back to', async () => {
    const change = await describeAs('by mara')
    await look()

    expect(await snapshots()).toMatchObject([
      { origin: 'callboard', changeId: change.id, config: { description: 'by mara' } },
      { origin: 'first' },
    ])
    expect((await entries()).map(({ id }) => id)).toEqual([change.id])
  })

  test('by one process alone where two see the same', async () => {
    const { snapshots: store } = app.app.services.outside
    const [first] = await snapshots()
    const second = { ...first!, n: 2, id: 'a' }
    await store.add([second])
    await expect(store.add([{ ...second, id: 'b' }])).rejects.toThrow(/unique/i)
  })
})

describe('a change from outside', () => {
  test('is an entry of the activity: what it was, what it is, and when AWS dates it', async () => {
    const before = (await qa.read()).variables!['paymentMode']
    await later(60)
    await qa.patch({ op: 'replace', path: '/variables/paymentMode', value: 'blue' })
    const { lastUpdatedDate } = await qa.read()
    await later(60)
    await look()

    const [entry, ...more] = await entries()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      verb: 'outside',
      title: 'Variable paymentMode changed outside Callboard',
      actor: { kind: 'outside', name: 'someone outside Callboard' },
      at: lastUpdatedDate!.toISOString(),
      status: 'done',
      changes: [{ field: 'variables.paymentMode', before, after: 'blue' }],
      undo: { kind: { kind: 'exact' }, available: true },
    })
    const { rows } = await mara.activity.get({ changeId: entry!.id })
    expect(rows.map(({ kind }) => kind)).toEqual(['seen', 'ended'])
  })

  test('can be undone like any other', async () => {
    const before = await qa.read()
    await later(60)
    await qa.patch({ op: 'replace', path: '/variables/lambdaAlias', value: 'blue' })
    await look()
    const changeId = (await entries())[0]!.id

    const { plan } = await mara.activity.undo({ changeId, dryRun: true })
    await mara.activity.undo({ changeId, dryRun: false, seen: plan.seen })

    expect((await qa.read()).variables).toEqual(before.variables)
    expect((await entries())[1]!.undo).toMatchObject({ available: false, reason: 'It was undone already' })
  })

  test('that came before a change of ours is told apart from it', async () => {
    await later(60)
    await qa.patch({ op: 'replace', path: '/variables/lambdaAlias', value: 'blue' })
    await later(60)
    await describeAs('by mara')

    expect((await entries()).map(({ title }) => title)).toEqual([
      'Change settings of qa',
      'Variable lambdaAlias changed outside Callboard',
    ])
    expect((await snapshots()).map(({ origin }) => origin)).toEqual(['callboard', 'outside', 'first'])
  })

  test('of tags alone is seen, though AWS dates nothing by it', async () => {
    await app.aws.send(
      new TagResourceCommand({ resourceArn: stageArn(region, qa.address.apiId, 'qa'), tags: { owner: 'till' } }),
    )
    await new Promise((done) => setTimeout(done, 450))
    await look()

    expect(await entries()).toMatchObject([{ changes: [{ field: 'tags.owner', after: 'till' }] }])
  })

  test('is not what a change of ours left that went through in part', async () => {
    await app.director('faults', { operation: 'TagResource', kind: 'error', times: 1 })
    const edits = { description: 'half', setTags: { ticket: 'OPS-1' } }
    const { plan } = await mara.settings.save({ ...qa.address, edits, dryRun: true })
    const half = await mara.settings.save({ ...qa.address, edits, dryRun: false, seen: plan.seen })
    await later(60)
    await look()

    expect(half.change?.status).toBe('partly_done')
    expect((await entries()).map(({ verb }) => verb)).toEqual(['settings.save'])
    expect((await snapshots())[0]).toMatchObject({ origin: 'callboard', config: { description: 'half' } })
  })

  test('is not made up of an answer that was asked for before a change of ours', async () => {
    await app.director('faults', { operation: 'GetStages', kind: 'stale', times: 1 })
    await describeAs('one')
    await later(1)
    await describeAs('two')
    await app.director('faults', { operation: 'GetStages', kind: 'stale', times: 1 })
    await look()

    expect((await entries()).map(({ verb }) => verb)).toEqual(['settings.save', 'settings.save'])
  })
})

describe('a stage', () => {
  const address = () => ({ restApiId: qa.address.apiId, stageName: 'qa' })

  test('that is deleted is seen to be gone, and one made again is another', async () => {
    const { deploymentId } = await qa.read()
    await later(60)
    await app.aws.send(new DeleteStageCommand(address()))
    await new Promise((done) => setTimeout(done, 450))
    await look()
    await later(60)
    await app.aws.send(new CreateStageCommand({ ...address(), deploymentId }))
    await look()

    expect((await entries()).map(({ title }) => title)).toEqual([
      'qa made outside Callboard',
      'qa deleted outside Callboard',
    ])
    const undo = await mara.activity.undo({ changeId: (await entries())[1]!.id, dryRun: true })
    expect(undo.plan.blocked?.reason).toBe('The stage was made again since')
    const [again, gone, first] = await snapshots()
    expect(gone).toMatchObject({ gone: true, config: first!.config })
    expect(again!.createdMs).toBeGreaterThan(first!.createdMs)
  })

  test('that is new is told as made, at the instant that AWS dates it', async () => {
    await later(60)
    const { deploymentId } = await qa.read()
    const made = await app.aws.send(new CreateStageCommand({ ...address(), stageName: 'next', deploymentId }))
    await look()

    const [entry] = (await mara.activity.list({ ...qa.address, stage: 'next' })).items
    expect(entry).toMatchObject({
      title: 'next made outside Callboard',
      target: { createdAt: made.createdDate!.toISOString() },
    })
  })
})
