import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutLine } from './cut-line.ts'
import { demoStage } from './demo-world.ts'
import { stores } from './stores.ts'
import { startTestApp, type Client, type TestApp } from './test-app.ts'

const postgres = stores.find(({ name }) => name === 'PostgreSQL')

describe.skipIf(!postgres)('while the store is down', () => {
  let app: TestApp
  let line: Awaited<ReturnType<typeof cutLine>>
  let mara: Client
  let prod: Awaited<ReturnType<typeof demoStage>>

  beforeAll(async () => {
    const location = (await postgres!.location('')) as { postgres: string }
    const url = new URL(location.postgres)
    line = await cutLine(Number(url.port))
    url.port = String(line.port)
    app = await startTestApp({ store: { postgres: url.href } })
    mara = await app.as('mara')
    prod = await demoStage(app, 'checkout', 'prod')
    line.cut()
  })
  afterAll(async () => {
    line.mend()
    await app.close()
    await line.close()
  })

  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'fine',
      (error: { code: string }) => error.code,
    )

  test('stages can be looked at', async () => {
    const { rows } = await mara.apis.fleet({ connection: 'demo' })
    expect(rows.map(({ apiName, stage }) => `${apiName}/${stage}`)).toContain('checkout/prod')
    expect((await mara.stages.get(prod.address)).apiName).toBe('checkout')
    expect((await mara.session.get()).person).toMatchObject({ name: 'mara' })
  })

  test('nothing is changed, and it is said why', async () => {
    const input = { ...prod.address, deploymentId: prod.idOf('checkout 2.13') }
    const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })

    expect(await code(mara.deployments.rollBack({ ...input, dryRun: false, seen: plan.seen, confirm: 'prod' }))).toBe(
      'read_only',
    )
    expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.14'))
  })

  test('the activity says that it cannot be read', async () => {
    expect(await code(mara.activity.list({}))).toBe('read_only')
  })

  test('all works again when it is back', async () => {
    line.mend()
    const input = { ...prod.address, deploymentId: prod.idOf('checkout 2.13') }
    const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })

    expect(
      (await mara.deployments.rollBack({ ...input, dryRun: false, seen: plan.seen, confirm: 'prod' })).change?.status,
    ).toBe('done')
  })
})
