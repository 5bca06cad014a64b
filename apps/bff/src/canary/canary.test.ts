import { GetStageCommand } from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let prod: Awaited<ReturnType<typeof demoStage>>

beforeEach(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  prod = await demoStage(app, 'checkout', 'prod')
})
afterEach(() => app.close())

type Verb = 'start' | 'setShare' | 'abort' | 'configure' | 'promote' | 'remove'

/** Looks, then does what was looked at. */
async function act(verb: Verb, input: object = {}) {
  const call = mara.canary[verb] as (input: object) => Promise<Awaited<ReturnType<Client['canary']['abort']>>>
  const { plan } = await call({ ...prod.address, ...input, dryRun: true })
  const send = { dryRun: false, seen: plan.seen, confirm: 'prod', reason: '' }
  const { change } = await call({ ...prod.address, ...input, ...send })
  return { plan, change }
}

const start = (more = {}) =>
  act('start', { deploymentId: prod.idOf('checkout 2.13'), percentTraffic: 5, overrides: { tier: 'canary' }, ...more })

const undo = async (changeId: string) => {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  return mara.activity.undo({ changeId, dryRun: false, seen: plan.seen, confirm: 'prod', reason: '' })
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: { code: string; data: unknown }) => error,
  )

describe('starting', () => {
  test('gives an earlier deployment its share, with its own variables, and leaves the base alone', async () => {
    const before = await prod.read()

    const { plan } = await start()

    expect(plan.undo).toEqual({ kind: 'exact' })
    const after = await prod.read()
    expect(after.deploymentId).toBe(before.deploymentId)
    expect(after.canarySettings).toEqual({
      deploymentId: prod.idOf('checkout 2.13'),
      percentTraffic: 5,
      useStageCache: false,
      stageVariableOverrides: { tier: 'canary' },
    })
  })

  test('without a deployment makes one of the present definition', async () => {
    const { change } = await start({ deploymentId: undefined, description: 'checkout 2.15' })

    const { canarySettings } = await prod.read()
    const { items } = await mara.deployments.list(prod.address)
    expect(items.find(({ id }) => id === canarySettings!.deploymentId)).toMatchObject({ label: 'checkout 2.15' })
    expect(change!.undo.kind.kind).toBe('compensating')
  })

  test('is refused while one is attached, and on the live deployment without variables of its own', async () => {
    const live = (await prod.read()).deploymentId
    expect(await refusal(start({ deploymentId: live, overrides: {} }))).toMatchObject({
      code: 'guard_rail',
      data: { rule: 'same_deployment' },
    })
    await start()
    expect(await refusal(start())).toMatchObject({ code: 'guard_rail', data: { rule: 'canary_attached' } })
  })
})

describe('with a canary', () => {
  beforeEach(() => start())

  test('its share moves in tenths, and says what each side will get', async () => {
    const { plan } = await act('setShare', { percentTraffic: 12.5 })

    expect((await prod.read()).canarySettings!.percentTraffic).toBe(12.5)
    expect(plan.hits[0]).toMatch(/^about \d+ calls a minute on the canary, [\d,]+ on the base/)
    expect(await refusal(act('setShare', { percentTraffic: 12.55 }))).toMatchObject({ code: 'invalid' })
    expect(await refusal(act('setShare', { percentTraffic: 101 }))).toMatchObject({ code: 'invalid' })
  })

  test('of two who move the share at once one wins, and the other is told', async () => {
    const { plan } = await mara.canary.setShare({ ...prod.address, percentTraffic: 20, dryRun: true })
    await prod.patch({ op: 'replace', path: '/canarySettings/percentTraffic', value: '40' })

    const late = mara.canary.setShare({
      ...prod.address,
      percentTraffic: 20,
      dryRun: false,
      seen: plan.seen,
      confirm: 'prod',
      reason: '',
    })

    expect(await refusal(late)).toMatchObject({ code: 'moved', data: { fields: ['canarySettings.percentTraffic'] } })
    expect((await prod.read()).canarySettings!.percentTraffic).toBe(40)
  })

  test('aborting takes it to 0 % and leaves it attached; the view says that we did it', async () => {
    await act('abort')

    expect((await prod.read()).canarySettings).toMatchObject({ percentTraffic: 0, stageVariableOverrides: {} })
    expect(await mara.canary.get(prod.address)).toMatchObject({ state: 'aborted', percentTraffic: 0 })
  })

  test("an edit of its variables leaves the others' edits", async () => {
    await prod.patch({ op: 'replace', path: '/canarySettings/stageVariableOverrides/mood', value: 'calm' })

    await act('configure', { set: { colour: 'green' }, remove: ['tier'], useStageCache: true })

    expect((await prod.read()).canarySettings).toMatchObject({
      useStageCache: true,
      stageVariableOverrides: { mood: 'calm', colour: 'green' },
    })
  })

  test('promoting makes its deployment and variables those of the stage, and takes it off', async () => {
    const before = await prod.read()

    await act('promote')

    const after = await prod.read()
    expect(after.deploymentId).toBe(prod.idOf('checkout 2.13'))
    expect(after.variables).toEqual({ ...before.variables, tier: 'canary' })
    expect(after.canarySettings).toBeUndefined()
    expect((await mara.canary.get(prod.address)).state).toBe('promoted')
  })

  test('promoting without taking it off leaves it attached at 0 %, and says what that means', async () => {
    const { plan } = await act('promote', { remove: false })

    expect(plan.warnings.map(({ code }) => code)).toContain('canary_attached')
    expect((await prod.read()).canarySettings).toMatchObject({ percentTraffic: 0 })
    expect((await mara.canary.get(prod.address)).state).toBe('promoted_attached')
  })

  test('each act is undone exactly', async () => {
    const acts: [Verb, object][] = [
      ['setShare', { percentTraffic: 25 }],
      ['abort', {}],
      ['configure', { set: { colour: 'green' }, remove: ['tier'] }],
      ['promote', { remove: true }],
      ['promote', { remove: false }],
      ['remove', {}],
    ]
    const settings = async () => {
      const { lastUpdatedDate: _, $metadata: __, ...stage } = await prod.read()
      return stage
    }
    for (const [verb, input] of acts) {
      const before = await settings()
      const { change } = await act(verb, input)
      expect(await settings()).not.toEqual(before)
      await undo(change!.id)
      expect(await settings()).toEqual(before)
    }
  })

  test('the view has the effective variables of both sides', async () => {
    const { variables } = await app.aws.send(new GetStageCommand({ restApiId: prod.address.apiId, stageName: 'prod' }))
    expect(await mara.canary.get(prod.address)).toMatchObject({
      state: 'running',
      percentTraffic: 5,
      base: { variables },
      canary: {
        deployment: { name: expect.stringMatching(/^checkout 2\.13/) },
        variables: { ...variables, tier: 'canary' },
      },
      overrides: { tier: 'canary' },
      stale: false,
    })
  })

  test('figures of both sides add up to those of the stage', async () => {
    await act('setShare', { percentTraffic: 50 })
    await app.director('clock', { advanceSeconds: 3_600 })

    const { source, rows, minutes } = await mara.canary.figures(prod.address)

    expect(source).toEqual({ kind: 'metrics', dimension: 'prod/Canary' })
    expect(minutes).toBe(60)
    const calls = rows.find(({ metric }) => metric === 'calls')!
    expect(calls.canary! / (calls.canary! + calls.base!)).toBeCloseTo(0.5, 1)
  })
})

test('without a canary, acts on one are refused', async () => {
  expect(await refusal(act('setShare', { percentTraffic: 5 }))).toMatchObject({ data: { rule: 'no_canary' } })
  expect(await mara.canary.get(prod.address)).toMatchObject({ state: 'none', canary: null })
})

test('where CloudWatch has no metrics of the canary, its access log tells the same of both sides', async () => {
  const hour = async (of: TestApp) => {
    const client = await of.as('mara')
    const { address, patch, idOf } = await demoStage(of, 'checkout', 'prod')
    await patch(
      { op: 'replace', path: '/canarySettings/deploymentId', value: idOf('checkout 2.13') },
      { op: 'replace', path: '/canarySettings/percentTraffic', value: '50' },
    )
    await of.director('clock', { advanceSeconds: 3_600 })
    return client.canary.figures(address)
  }
  const bare = await startTestApp({ settings: { canaryMetrics: false } })
  try {
    const [byMetrics, byLog] = await Promise.all([hour(app), hour(bare)])

    expect(byLog.source).toEqual({ kind: 'access_log', group: expect.stringMatching(/\/Canary$/) })
    expect(byLog.rows.find(({ metric }) => metric === 'calls')!.canary).toBeGreaterThan(100)
    expect(byLog.rows).toEqual(byMetrics.rows)
  } finally {
    await bare.close()
  }
})
