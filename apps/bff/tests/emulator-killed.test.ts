import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmulatorChild, type EmulatorChild } from '../src/lib/emulator-child.ts'
import { demoStage } from './demo-world.ts'
import { startKillingProxy } from './killing-proxy.ts'
import { demoAccount, region, startTestApp, type TestApp } from './test-app.ts'

let folder: string
let port: number
let aws: EmulatorChild
let proxy: Awaited<ReturnType<typeof startKillingProxy>>
let app: TestApp
let prod: Awaited<ReturnType<typeof demoStage>>

const credentials = { accessKeyId: demoAccount, secretAccessKey: 'x' }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-emulator-'))
  port = await freePort()
  aws = await startAws()
  proxy = await startKillingProxy(aws.url)
  const connection = {
    name: 'demo',
    accountId: demoAccount,
    region,
    endpoint: proxy.url,
    credentials,
    invokeUrlTemplate: '',
    colour: null,
    demo: true,
  }
  app = await startTestApp({ deps: { connections: [connection] } })
  prod = await demoStage({ aws: new APIGatewayClient({ endpoint: aws.url, region, credentials }) }, 'checkout', 'prod')
})
afterEach(async () => {
  await app.close()
  await proxy.close()
  await aws.stop()
  rmSync(folder, { recursive: true })
})

const startAws = () => startEmulatorChild({ dataDir: folder, seed: 1, port, delays: false })

async function rollBack() {
  const mara = await app.as('mara')
  const input = { ...prod.address, deploymentId: prod.idOf('checkout 2.13') }
  const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })
  return mara.deployments
    .rollBack({ ...input, dryRun: false, seen: plan.seen, confirm: 'prod' })
    .catch((error: { code: string }) => error.code)
}

const statuses = async () => (await (await app.as('mara')).activity.list({})).items.map(({ status }) => status)

async function settled(): Promise<void> {
  while ((await app.app.services.engine.reconcile()) > 0) await new Promise((done) => setTimeout(done, 50))
}

const killAws = () => process.kill(aws.pid, 'SIGKILL')

test('AWS gone before the act: the change waits, and ends as failed when AWS is back and shows nothing of it', async () => {
  proxy.killAt({ point: 'before the act', call: 1, kill: killAws })
  expect(await rollBack()).toBe('unclear')
  expect(await statuses()).toEqual(['pending'])

  aws = await startAws()

  await settled()
  expect(await statuses()).toEqual(['failed'])
  expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.14'))
})

test('AWS gone after the act and before the answer: the change ends as done when AWS is back', async () => {
  proxy.killAt({ point: 'after the act', call: 1, kill: killAws })
  expect(await rollBack()).toBe('unclear')
  expect(await statuses()).toEqual(['pending'])

  aws = await startAws()

  await settled()
  expect(await statuses()).toEqual(['done'])
  expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.13'))
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => resolve(free))
    })
  })
}
