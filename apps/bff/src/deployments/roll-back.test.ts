import { DeleteDeploymentCommand } from '@aws-sdk/client-api-gateway'
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

const look = (deploymentId: string, more = {}) =>
  mara.deployments.rollBack({ ...prod.address, deploymentId, dryRun: true, ...more })

async function rollBack(deploymentId: string, more = {}) {
  const { plan } = await look(deploymentId, more)
  return mara.deployments.rollBack({
    ...prod.address,
    deploymentId,
    dryRun: false,
    seen: plan.seen,
    confirm: 'prod',
    reason: '5XX since 2.14',
    ...more,
  })
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: { code: string; data: unknown }) => error,
  )

describe('looking', () => {
  test('says what will change, what it hits and which command does the same, and sends nothing', async () => {
    const before = await prod.read()

    const { plan, change } = await look(prod.idOf('checkout 2.13'))

    expect(change).toBeNull()
    expect(plan).toMatchObject({
      verb: 'deployments.rollBack',
      title: 'Roll back prod to checkout 2.13',
      act: 'Roll back prod',
      confirm: 'prod',
      undo: { kind: 'exact' },
      blocked: null,
      changes: [
        { field: 'deploymentId', label: 'Deployment', before: before.deploymentId, after: prod.idOf('checkout 2.13') },
      ],
    })
    expect(plan.changes[0]!.afterNote).toMatch(/^checkout 2\.13/)
    expect(plan.hits[0]).toMatch(/calls a minute/)
    expect(plan.consequences.map(({ label }) => label)).toContain('POST /payments/{paymentId}/capture')
    expect(plan.commands[0]).toContain(`op=replace,path=/deploymentId,value=${prod.idOf('checkout 2.13')}`)
    expect(await prod.read()).toEqual({ ...before, $metadata: expect.anything() })
    expect((await mara.activity.list({})).items).toEqual([])
  })

  test('at the live deployment says that there is nothing to do', async () => {
    const { plan } = await look(prod.idOf('checkout 2.14'))

    expect(plan.blocked).toMatchObject({ rule: 'nothing_to_do' })
  })
})

describe('rolling back', () => {
  test('points the stage at the chosen deployment and writes down who, why and every call', async () => {
    const target = prod.idOf('checkout 2.13')

    const { change } = await rollBack(target)

    expect((await prod.read()).deploymentId).toBe(target)
    expect(change).toMatchObject({
      status: 'done',
      reason: '5XX since 2.14',
      actor: { name: 'mara' },
      metAnother: false,
    })
    const { rows } = await mara.activity.get({ changeId: change!.id })
    expect(rows.map(({ kind }) => kind)).toEqual(['planned', 'pending', 'sent', 'answered', 'ended'])
    expect(rows[3]!.requestId).toBeTruthy()
  })

  test('wants the name of a production stage typed', async () => {
    expect(await refusal(rollBack(prod.idOf('checkout 2.13'), { confirm: 'Prod' }))).toMatchObject({
      code: 'guard_rail',
      data: { rule: 'confirm' },
    })
    expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.14'))
  })

  test('wants the plan that was looked at', async () => {
    expect(await refusal(rollBack(prod.idOf('checkout 2.13'), { seen: undefined }))).toMatchObject({ code: 'invalid' })
  })

  test('is refused with the present plan when the deployment moved between look and click', async () => {
    const { plan } = await look(prod.idOf('checkout 2.13'))
    const third = prod.deployments.at(-1)!.id!
    await prod.patch({ op: 'replace', path: '/deploymentId', value: third })

    const error = await refusal(
      mara.deployments.rollBack({
        ...prod.address,
        deploymentId: prod.idOf('checkout 2.13'),
        dryRun: false,
        seen: plan.seen,
        confirm: 'prod',
      }),
    )

    expect(error).toMatchObject({
      code: 'moved',
      data: { fields: ['deploymentId'], plan: { changes: [{ before: third }] } },
    })
    expect((await prod.read()).deploymentId).toBe(third)
  })

  test('goes on when something moved that the plan neither reads nor writes', async () => {
    const { plan } = await look(prod.idOf('checkout 2.13'))
    await prod.patch({ op: 'replace', path: '/description', value: 'by terraform' })

    const { change } = await mara.deployments.rollBack({
      ...prod.address,
      deploymentId: prod.idOf('checkout 2.13'),
      dryRun: false,
      seen: plan.seen,
      confirm: 'prod',
    })

    expect(change).toMatchObject({ status: 'done' })
    expect(await prod.read()).toMatchObject({ description: 'by terraform', deploymentId: prod.idOf('checkout 2.13') })
  })

  test('of an unknown deployment is not found', async () => {
    expect(await refusal(look('zzzzzz'))).toMatchObject({ code: 'not_found', data: { what: 'deployment' } })
  })

  test('takes its turn when AWS throttles, and goes through', async () => {
    await app.director('faults', { operation: 'UpdateStage', kind: 'throttle', times: 1 })

    expect((await rollBack(prod.idOf('checkout 2.13'))).change).toMatchObject({ status: 'done' })
  })

  test("shows AWS's sentence when AWS refuses, and keeps it in the activity as failed", async () => {
    const target = prod.idOf('checkout 2.13')
    await app.director('faults', { operation: 'UpdateStage', kind: 'delay', ms: 500, times: 1 })
    const started = new Promise(
      (resolve) => void app.app.services.events.read(undefined, undefined).next().then(resolve),
    )

    const rollingBack = refusal(rollBack(target))
    await started
    await app.aws.send(new DeleteDeploymentCommand({ restApiId: prod.address.apiId, deploymentId: target }))

    const sentence = 'Deployment id does not exist'
    expect(await rollingBack).toMatchObject({
      code: 'aws_refused',
      message: sentence,
      data: { awsName: 'BadRequestException', awsSentence: sentence, requestId: expect.any(String) },
    })
    expect((await mara.activity.list({})).items[0]).toMatchObject({ status: 'failed', outcome: sentence })
    expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.14'))
  })

  test('is done when the act went through and its answer was lost', async () => {
    await app.director('faults', { operation: 'UpdateStage', kind: 'drop-after', times: 1 })

    const { change } = await rollBack(prod.idOf('checkout 2.13'))

    expect(change).toMatchObject({ status: 'done', outcome: 'The answer was lost, but AWS shows the change' })
    expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.13'))
  })

  test('is failed when the connection broke before the act', async () => {
    await app.director('calls', undefined, 'DELETE')
    await app.director('faults', { operation: 'UpdateStage', kind: 'drop-before', times: 1 })

    expect(await refusal(rollBack(prod.idOf('checkout 2.13')))).toMatchObject({ code: 'aws_unreachable' })
    expect((await mara.activity.list({})).items[0]).toMatchObject({ status: 'failed' })
    expect(await app.called('UpdateStage')).toBeLessThanOrEqual(1)
  })

  test('of two people at once: one wins, the other is told, nothing is doubled', async () => {
    const [a, b] = [prod.idOf('checkout 2.13'), prod.deployments.at(-1)!.id!]
    const seen = (await look(a)).plan.seen
    const jonas = await app.as('jonas')
    const go = (client: Client, deploymentId: string) =>
      refusal(client.deployments.rollBack({ ...prod.address, deploymentId, dryRun: false, seen, confirm: 'prod' }))

    const ends = await Promise.all([go(mara, a), go(jonas, b)])

    expect(ends.filter((end) => end === 'nothing')).toHaveLength(1)
    expect(ends.filter((end) => end !== 'nothing')).toEqual([expect.objectContaining({ code: 'moved' })])
    expect((await mara.activity.list({})).items).toHaveLength(1)
  })
})

describe('with a canary in the way', () => {
  beforeEach(async () => {
    prod = await demoStage(app, 'catalog', 'prod')
  })

  test('removing it is offered first', async () => {
    const older = prod.deployments.at(-1)!.id!

    const { plan } = await look(older)

    expect(plan.choices).toMatchObject([
      { input: 'canary', chosen: 'remove', options: [{ value: 'remove' }, { value: 'keep' }] },
    ])
    await rollBack(older)
    const after = await prod.read()
    expect(after.deploymentId).toBe(older)
    expect(after.canarySettings).toBeUndefined()
  })

  test('it can be kept, with a warning', async () => {
    const older = prod.deployments.at(-1)!.id!
    const { canarySettings } = await prod.read()

    const { plan } = await look(older, { canary: 'keep' })

    expect(plan.warnings.map(({ code }) => code)).toContain('canary_stays')
    await rollBack(older, { canary: 'keep' })
    expect(await prod.read()).toMatchObject({ deploymentId: older, canarySettings })
  })

  test('undo brings back the base and the canary as they were', async () => {
    const before = await prod.read()
    const { change } = await rollBack(prod.deployments.at(-1)!.id!)

    const { plan } = await mara.activity.undo({ changeId: change!.id, dryRun: true })
    await mara.activity.undo({ changeId: change!.id, dryRun: false, seen: plan.seen, confirm: 'prod' })

    const after = await prod.read()
    expect(after.deploymentId).toBe(before.deploymentId)
    expect(after.canarySettings).toEqual(before.canarySettings)
  })

  test('a canary that appeared since the look stops it', async () => {
    const qa = await demoStage(app, 'catalog', 'qa')
    const older = qa.deployments.at(-1)!.id!
    const input = { ...qa.address, deploymentId: older }
    const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })
    await qa.patch({ op: 'replace', path: '/canarySettings/percentTraffic', value: '20' })

    expect(await refusal(mara.deployments.rollBack({ ...input, dryRun: false, seen: plan.seen }))).toMatchObject({
      code: 'moved',
    })
  })
})

describe('undo', () => {
  const undo = async (changeId: string) => {
    const { plan } = await mara.activity.undo({ changeId, dryRun: true })
    return (await mara.activity.undo({ changeId, dryRun: false, seen: plan.seen, confirm: 'prod', reason: 'too soon' }))
      .change!
  }

  test('puts the deployment back, and can itself be undone', async () => {
    const { change } = await rollBack(prod.idOf('checkout 2.13'))

    const undone = await undo(change!.id)
    expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.14'))
    expect((await mara.activity.get({ changeId: change!.id })).undo).toMatchObject({
      available: false,
      undoneBy: undone.id,
    })

    await undo(undone.id)
    expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.13'))
    expect((await mara.activity.get({ changeId: change!.id })).undo).toMatchObject({ available: true, undoneBy: null })
  })

  test('keeps what others edited since', async () => {
    const { change } = await rollBack(prod.idOf('checkout 2.13'))
    await prod.patch({ op: 'replace', path: '/variables/alias2', value: 'v9' })

    await undo(change!.id)

    expect(await prod.read()).toMatchObject({ deploymentId: prod.idOf('checkout 2.14'), variables: { alias2: 'v9' } })
  })

  test('is refused by name when the field moved on', async () => {
    const { change } = await rollBack(prod.idOf('checkout 2.13'))
    await prod.patch({ op: 'replace', path: '/deploymentId', value: prod.deployments.at(-1)!.id! })

    const { plan } = await mara.activity.undo({ changeId: change!.id, dryRun: true })
    expect(plan.blocked).toMatchObject({ rule: 'undo', fields: ['deploymentId'] })
    expect(
      await refusal(mara.activity.undo({ changeId: change!.id, dryRun: false, seen: plan.seen, confirm: 'prod' })),
    ).toMatchObject({ code: 'guard_rail', data: { rule: 'undo', fields: ['deploymentId'] } })
  })

  test('is refused for an unknown change', async () => {
    expect(await refusal(mara.activity.undo({ changeId: 'nope', dryRun: true }))).toMatchObject({ code: 'not_found' })
  })
})
