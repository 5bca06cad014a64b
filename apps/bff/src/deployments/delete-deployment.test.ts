import { DeleteDeploymentCommand, GetDeploymentsCommand } from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let prod: Awaited<ReturnType<typeof demoStage>>
/** The oldest deployment of checkout, which no stage runs. */
let old: string

beforeEach(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  prod = await demoStage(app, 'checkout', 'prod')
  const { items } = await mara.deployments.list(prod.address)
  old = items.findLast(({ liveOn, canaryOn }) => liveOn.length + canaryOn.length === 0)!.id
})
afterEach(() => app.close())

const plan = async (deploymentId: string) =>
  (await mara.deployments.delete({ ...prod.address, deploymentId, dryRun: true })).plan

async function drop(deploymentId: string, confirm = deploymentId) {
  const { seen } = await plan(deploymentId)
  return mara.deployments.delete({ ...prod.address, deploymentId, dryRun: false, seen, confirm })
}

const ids = async () =>
  (await app.aws.send(new GetDeploymentsCommand({ restApiId: prod.address.apiId, limit: 500 }))).items!.map(
    ({ id }) => id!,
  )

test('says before the click that there is no way back, and asks for more than a click', async () => {
  const drawn = await plan(old)

  expect(drawn).toMatchObject({ confirm: old, undo: { kind: 'none' }, blocked: null })
  expect(drawn.changes).toMatchObject([{ field: `deployments.${old}`, after: null }])
  expect(drawn.commands).toEqual([expect.stringContaining(`delete-deployment`)])
  await expect(drop(old, 'prod')).rejects.toMatchObject({ code: 'guard_rail', data: { rule: 'confirm' } })
  expect(await ids()).toContain(old)
})

test('deletes that one, leaves the stage as it is, and cannot be undone', async () => {
  const before = await ids()
  const { $metadata: _, ...stage } = await prod.read()

  const { change } = await drop(old)

  expect(change).toMatchObject({ status: 'done', undo: { available: false } })
  expect(await ids()).toEqual(before.filter((id) => id !== old))
  expect(await prod.read()).toMatchObject(stage)
  await expect(mara.activity.undo({ changeId: change!.id, dryRun: true })).resolves.toMatchObject({
    plan: { blocked: { rule: 'undo' } },
  })
})

test('refuses one that a stage runs, naming the stage', async () => {
  const live = (await prod.read()).deploymentId!

  expect((await plan(live)).blocked).toMatchObject({ rule: 'in_use', reason: expect.stringContaining('prod') })
  await expect(drop(live)).rejects.toMatchObject({ code: 'guard_rail' })
  expect(await ids()).toContain(live)
})

test('is done when the answer was lost, failed when nothing was done', async () => {
  await app.director('faults', { operation: 'DeleteDeployment', kind: 'drop-after', times: 1 })
  expect((await drop(old)).change).toMatchObject({ status: 'done' })
  expect(await ids()).not.toContain(old)

  const next = (await mara.deployments.list(prod.address)).items.findLast(({ liveOn }) => liveOn.length === 0)!.id
  await app.director('faults', { operation: 'DeleteDeployment', kind: 'drop-before', times: 1 })
  await expect(drop(next)).rejects.toMatchObject({ code: 'aws_unreachable' })
  expect((await mara.activity.list({})).items[0]).toMatchObject({ status: 'failed' })
  expect(await ids()).toContain(next)
})

test('one that somebody else deleted meanwhile is not found', async () => {
  const { seen } = await plan(old)
  await app.aws.send(new DeleteDeploymentCommand({ restApiId: prod.address.apiId, deploymentId: old }))

  const again = mara.deployments.delete({ ...prod.address, deploymentId: old, dryRun: false, seen, confirm: old })
  await expect(again).rejects.toMatchObject({ code: 'not_found' })
})
