import {
  DeleteDeploymentCommand,
  DeleteStageCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configOf } from '../aws/stage-config.ts'
import { stageArn } from '../aws/tag-patch.ts'
import { demoStage, lookAtStages } from '../../tests/demo-world.ts'
import { region, startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

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
const minutes = (count: number) => app.director('clock', { advanceSeconds: count * 60 })
const moments = () => mara.history.list(qa.address)
const set = (path: string, value: string) => qa.patch({ op: 'replace', path, value })
const arn = () => stageArn(region, qa.address.apiId, 'qa')

async function changeOutside(path: string, value: string) {
  await minutes(10)
  await set(path, value)
  await minutes(1)
  await look()
}

async function restore(moment: string) {
  const { plan } = await mara.history.restore({ ...qa.address, moment, dryRun: true })
  const { change } = await mara.history.restore({ ...qa.address, moment, dryRun: false, seen: plan.seen })
  return { plan, change: change! }
}

describe('the moments of a stage', () => {
  test('are those at which it was seen to become other, newest first, each until the next', async () => {
    await changeOutside('/variables/logLevel', 'warn')
    await changeOutside('/variables/logLevel', 'error')

    const { items, since, nextCursor } = await moments()
    expect(items.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'first'])
    expect(items[0]).toMatchObject({ until: null, change: { actor: { kind: 'outside' } } })
    expect(items[1]!.until).toBe(items[0]!.at)
    expect(items[2]).toMatchObject({ at: since, change: null })
    expect(nextCursor).toBeNull()
  })

  test('come page by page, and the first of a page ends where the page before began', async () => {
    await changeOutside('/variables/logLevel', 'warn')
    await changeOutside('/variables/logLevel', 'error')
    const all = (await moments()).items

    const first = await mara.history.list({ ...qa.address, limit: 2 })
    const second = await mara.history.list({ ...qa.address, limit: 2, cursor: first.nextCursor! })

    expect([...first.items, ...second.items]).toEqual(all)
    expect(second.nextCursor).toBeNull()
  })
})

test('who asks for the moments of a stage before anybody looked at it gets the first of them', async () => {
  const { address } = await demoStage(app, 'catalog', 'dev')
  expect((await mara.history.list(address)).items.map(({ kind }) => kind)).toEqual(['first'])
})

test('of a stage or an API that never was there are no moments', async () => {
  const nothing = { items: [], nextCursor: null, since: null }
  expect(await mara.history.list({ ...qa.address, stage: 'nowhere' })).toEqual(nothing)
  expect(await mara.history.list({ ...qa.address, apiId: 'nowhere123' })).toEqual(nothing)
})

describe('the stage as it was', () => {
  test('at an instant is that of the nearest moment at it or before', async () => {
    const before = (await qa.read()).variables!['logLevel']!
    await minutes(5)
    const then = new Date(app.emulator.emulator.clock.now()).toISOString()
    await changeOutside('/variables/logLevel', 'warn')
    const valueAt = async (moment: string) =>
      (await mara.history.get({ ...qa.address, moment })).fields.find(({ field }) => field === 'variables.logLevel')
        ?.value

    expect(await valueAt(then)).toBe(before)
    expect(await valueAt((await moments()).items[0]!.at)).toBe('warn')
    expect((await mara.history.get({ ...qa.address, moment: then })).moment.kind).toBe('first')
  })

  test('tells what was changed then, with the names of deployments', async () => {
    await changeOutside('/deploymentId', qa.idOf('checkout 2.13'))
    const [last] = (await moments()).items

    const { changed, fields } = await mara.history.get({ ...qa.address, moment: last!.id })

    expect(changed).toMatchObject([{ field: 'deploymentId', afterNote: expect.stringContaining('checkout 2.13') }])
    expect(fields.find(({ field }) => field === 'deploymentId')?.note).toContain('checkout 2.13')
  })

  test("isn't made up for the time before the first look: it is said since when there is history", async () => {
    const { since } = await moments()
    const early = mara.history.get({ ...qa.address, moment: '2026-11-01T00:00:00.000Z' })
    await expect(early).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining(since!) })
    const none = mara.history.get({ ...qa.address, moment: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })
    await expect(none).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('comparing', () => {
  test('two moments, a moment with now, and two stages, field by field', async () => {
    await changeOutside('/variables/logLevel', 'warn')
    await changeOutside('/variables/logLevel', 'error')
    await minutes(1)
    await set('/description', 'unseen')
    const [, second, first] = (await moments()).items
    const changes = async (input: object) =>
      (await mara.history.compare({ ...qa.address, ...input })).changes.map(({ field, after }) => [field, after])

    expect(await changes({ from: first!.id, to: second!.id })).toEqual([['variables.logLevel', 'warn']])
    expect(await changes({ from: second!.id, to: 'now' })).toContainEqual(['variables.logLevel', 'error'])
    const stages = await mara.history.compare({ ...qa.address, withStage: 'prod' })
    expect(stages.changes).toContainEqual(
      expect.objectContaining({ field: 'variables.tableName', before: 'checkout-qa', after: 'checkout-prod' }),
    )
    expect(stages.same).toBeGreaterThan(0)
    expect(stages).toMatchObject({ from: null, to: null })
  })
})

describe('restoring', () => {
  test('makes the stage again what it was, tags included, in one review; its undo is exact', async () => {
    await app.aws.send(new TagResourceCommand({ resourceArn: arn(), tags: { ticket: 'OPS-1' } }))
    await minutes(1)
    await set('/variables/logLevel', 'warn')
    await look()
    const then = (await moments()).items[0]!
    const was = await qa.read()
    await minutes(5)
    await qa.patch(
      { op: 'replace', path: '/deploymentId', value: qa.idOf('checkout 2.13') },
      { op: 'replace', path: '/canarySettings/deploymentId', value: qa.idOf('checkout 2.12') },
      { op: 'replace', path: '/canarySettings/percentTraffic', value: '10' },
      { op: 'remove', path: '/variables/logLevel' },
      { op: 'replace', path: '/~1payments/POST/throttling/burstLimit', value: '7' },
      { op: 'replace', path: '/description', value: 'theirs' },
    )
    await app.aws.send(new UntagResourceCommand({ resourceArn: arn(), tagKeys: ['ticket'] }))
    const meanwhile = await qa.read()

    const { plan, change } = await restore(then.id)

    expect(plan.undo).toEqual({ kind: 'exact' })
    expect(plan.title).toContain('Restore qa as of 2026-11-24 12:01')
    const now = await qa.read()
    expect(configOf(now)).toEqual(configOf(was))
    expect(now.tags).toEqual(was.tags)

    const undo = await mara.activity.undo({ changeId: change.id, dryRun: true })
    await mara.activity.undo({ changeId: change.id, dryRun: false, seen: undo.plan.seen })
    expect(configOf(await qa.read())).toEqual(configOf(meanwhile))
    expect((await qa.read()).tags).toEqual(meanwhile.tags)
  })

  test('names the deployment that AWS has no more, and is refused', async () => {
    const old = qa.idOf('checkout 2.13')
    await changeOutside('/deploymentId', old)
    const then = (await moments()).items[0]!
    await changeOutside('/deploymentId', qa.idOf('checkout 2.14'))
    for (const stage of ['dev', 'prod']) {
      const other = await demoStage(app, 'checkout', stage)
      await other.patch({ op: 'replace', path: '/deploymentId', value: qa.idOf('checkout 2.14') })
    }
    await mara.deployments.list(qa.address)
    await app.aws.send(new DeleteDeploymentCommand({ restApiId: qa.address.apiId, deploymentId: old }))

    const { plan } = await mara.history.restore({ ...qa.address, moment: then.id, dryRun: true })

    expect(plan.blocked).toMatchObject({ rule: 'deployment_gone', reason: expect.stringContaining(old) })
  })

  test('names a field that no patch reaches, and is refused before anything is sent', async () => {
    const then = (await moments()).items[0]!
    await changeOutside('/documentationVersion', '1.0')

    const { plan } = await mara.history.restore({ ...qa.address, moment: then.id, dryRun: true })

    expect(plan.blocked).toMatchObject({ rule: 'unreachable', fields: ['documentationVersion'] })
  })

  test('with a cache cluster says what does not come back', async () => {
    const then = (await moments()).items[0]!
    await qa.patch(
      { op: 'replace', path: '/cacheClusterSize', value: '0.5' },
      { op: 'replace', path: '/cacheClusterEnabled', value: 'true' },
    )
    const soon = await mara.history.restore({ ...qa.address, moment: then.id, dryRun: true })
    expect(soon.plan.blocked).toMatchObject({ rule: 'cache_changing' })
    await minutes(5)

    const { plan } = await restore(then.id)

    expect(plan.undo).toMatchObject({
      kind: 'compensating',
      notRestored: [expect.stringContaining('cache held'), expect.anything()],
    })
    expect(plan.warnings.map(({ code }) => code)).toContain('cache_cluster')
    expect((await qa.read()).cacheClusterEnabled).toBe(false)
  })

  test('a stage that was deleted makes it again, with its tags; what does not come back is said', async () => {
    const was = await qa.read()
    const then = (await moments()).items[0]!
    await app.aws.send(new DeleteStageCommand({ restApiId: qa.address.apiId, stageName: 'qa' }))
    await new Promise((done) => setTimeout(done, 450))
    await minutes(1)
    await look()
    expect((await moments()).items[0]!.kind).toBe('gone')

    const { plan, change } = await restore(then.id)

    expect(plan).toMatchObject({ act: 'Make qa again', undo: { kind: 'compensating' } })
    expect(plan.warnings[0]!.text).toContain('usage plans')
    expect(configOf(await qa.read())).toEqual(configOf(was))
    expect((await qa.read()).tags).toEqual(was.tags)
    expect((await moments()).items[0]).toMatchObject({ kind: 'made', change: { id: change.id } })
  })
})
