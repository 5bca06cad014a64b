import {
  CreateRestApiCommand,
  DeleteResourceCommand,
  GetDeploymentsCommand,
  GetResourcesCommand,
} from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client

beforeEach(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
})
afterEach(() => app.close())

type Stage = Awaited<ReturnType<typeof demoStage>>

const description = 'checkout 2.15'

async function deploy({ address }: Stage, more = {}) {
  const input = { ...address, description, ...more }
  const { plan } = await mara.deployments.deployNow({ ...input, dryRun: true })
  return mara.deployments.deployNow({
    ...input,
    dryRun: false,
    seen: plan.seen,
    confirm: address.stage,
    reason: 'out with it',
  })
}

const deploymentsOf = async ({ address }: Stage) =>
  (await app.aws.send(new GetDeploymentsCommand({ restApiId: address.apiId, limit: 500 }))).items!

describe('deploying now', () => {
  test('makes a deployment that says who made it, and points the stage at it', async () => {
    const qa = await demoStage(app, 'checkout', 'qa')
    const before = (await deploymentsOf(qa)).map(({ id }) => id)

    const { change } = await deploy(qa)

    const made = (await deploymentsOf(qa)).filter(({ id }) => !before.includes(id))
    expect(made).toMatchObject([{ description: 'checkout 2.15, by mara' }])
    expect((await qa.read()).deploymentId).toBe(made[0]!.id)
    expect(change).toMatchObject({ status: 'done', undo: { kind: { kind: 'compensating' } } })
  })

  test('shows before the click what routes come and go, and the commands that do the same', async () => {
    const qa = await demoStage(app, 'checkout', 'qa')
    const { items } = await app.aws.send(new GetResourcesCommand({ restApiId: qa.address.apiId, limit: 500 }))
    const victim = items!.find(({ path, resourceMethods }) => path!.split('/').length > 2 && resourceMethods)!
    await app.aws.send(new DeleteResourceCommand({ restApiId: qa.address.apiId, resourceId: victim.id! }))

    const { plan } = await mara.deployments.deployNow({ ...qa.address, description, dryRun: true })

    expect(plan.consequences).toEqual(expect.arrayContaining([expect.objectContaining({ after: null })]))
    expect(plan.commands[0]).toMatch(/^DEPLOYMENT=\$\(aws apigateway create-deployment/)
    expect(plan.commands[1]).toContain('"op=replace,path=/deploymentId,value=$DEPLOYMENT"')
    expect(plan.changes).toMatchObject([{ field: 'deploymentId', afterNote: 'new: checkout 2.15' }])
    expect(await deploymentsOf(qa)).toHaveLength(qa.deployments.length)
  })

  test.each([
    ['move', { canary: true, base: false }],
    ['remove', { canary: false, base: true }],
    ['keep', { canary: false, base: true }],
  ] as const)('with a canary in the way, %s', async (canary, gets) => {
    const prod = await demoStage(app, 'catalog', 'prod')
    const before = await prod.read()

    await deploy(prod, { canary })

    const after = await prod.read()
    const newest = (await deploymentsOf(prod)).find(({ description: text }) => text === 'checkout 2.15, by mara')!.id
    expect(after.deploymentId === newest).toBe(gets.base)
    expect(after.canarySettings?.deploymentId === newest).toBe(gets.canary)
    expect(after.canarySettings?.percentTraffic).toBe(
      canary === 'remove' ? undefined : before.canarySettings!.percentTraffic,
    )
  })

  test('undo points the stage back; the deployment stays', async () => {
    const qa = await demoStage(app, 'checkout', 'qa')
    const before = (await qa.read()).deploymentId
    const { change } = await deploy(qa)

    const { plan } = await mara.activity.undo({ changeId: change!.id, dryRun: true })
    await mara.activity.undo({ changeId: change!.id, dryRun: false, seen: plan.seen })

    expect((await qa.read()).deploymentId).toBe(before)
    expect(await deploymentsOf(qa)).toHaveLength(qa.deployments.length + 1)
  })
})

describe('when something goes wrong on the way', () => {
  const outcome = async () => (await mara.activity.list({})).items[0]!
  let qa: Stage
  beforeEach(async () => {
    qa = await demoStage(app, 'checkout', 'qa')
  })

  test('a deployment whose answer was lost is recognised, and the change says that it went half-way', async () => {
    await app.director('faults', { operation: 'CreateDeployment', kind: 'drop-after', times: 1 })

    const { change } = await deploy(qa)

    expect(change).toMatchObject({ status: 'partly_done', outcome: expect.stringContaining('1 of 2') })
    expect((await qa.read()).deploymentId).toBe(qa.idOf('checkout 2.14'))
    const { rows } = await mara.activity.get({ changeId: change!.id })
    const made = (await deploymentsOf(qa)).find(({ description: text }) => text === 'checkout 2.15, by mara')!.id
    expect(rows.find(({ kind }) => kind === 'found')!.text).toContain(made)
  })

  test('one that was never made is failed', async () => {
    await app.director('faults', { operation: 'CreateDeployment', kind: 'drop-before', times: 1 })

    await expect(deploy(qa)).rejects.toMatchObject({ code: 'aws_unreachable' })

    expect(await outcome()).toMatchObject({ status: 'failed' })
    expect(await deploymentsOf(qa)).toHaveLength(qa.deployments.length)
  })

  test('a stage that AWS refuses to move leaves the change half-way', async () => {
    await app.director('faults', { operation: 'UpdateStage', kind: 'drop-before', times: 1 })

    const { change } = await deploy(qa)

    expect(change).toMatchObject({ status: 'partly_done' })
    expect((await qa.read()).deploymentId).toBe(qa.idOf('checkout 2.14'))
  })

  test("an API without methods is AWS's to refuse, in its words", async () => {
    const { id } = await app.aws.send(new CreateRestApiCommand({ name: 'bare' }))

    await expect(
      mara.deployments.deployNow({ ...qa.address, apiId: id!, description, dryRun: true }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('the API page puts its stages side by side, and says what deploying now would bring', async () => {
  const qa = await demoStage(app, 'checkout', 'qa')
  const { connection, kind, apiId } = qa.address

  const page = await mara.apis.get({ connection, kind, apiId })

  expect(page.apiName).toBe('checkout')
  expect(page.stages.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['dev', 'qa', 'prod']))
  for (const { undeployed } of page.stages) expect(undeployed).not.toBeNull()
  expect(page.deployments.flatMap(({ liveOn }) => liveOn)).toContain('prod')
})
