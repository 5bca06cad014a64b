import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoStage } from './demo-world.ts'
import { demoAccount, region, startTestApp, type TestApp } from './test-app.ts'

const run = promisify(execFile)

let app: TestApp
let home: string

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'callboard-cli-'))
  app = await startTestApp()
})
afterAll(async () => {
  await app.close()
  rmSync(home, { recursive: true })
})

const cli = process.env['AWS_CLI_PATH'] ?? 'aws'

/** Somebody's shell, with fake credentials and nothing else of this machine. */
const env = () => ({
  HOME: home,
  PATH: `${dirname(cli)}:/usr/bin:/bin`,
  AWS_ACCESS_KEY_ID: demoAccount,
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_PAGER: '',
})

const aws = async (...args: string[]): Promise<unknown> => {
  const { stdout } = await run(cli, ['--endpoint-url', app.emulator.url, '--region', region, ...args], { env: env() })
  return JSON.parse(stdout)
}

const getStage = (apiId: string, stage: string) =>
  aws('apigateway', 'get-stage', '--rest-api-id', apiId, '--stage-name', stage)

test('after a rollback the AWS CLI shows the deployment that was chosen', async () => {
  const prod = await demoStage(app, 'checkout', 'prod')
  const mara = await app.as('mara')
  const input = { ...prod.address, deploymentId: prod.idOf('checkout 2.13') }
  const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })
  await mara.deployments.rollBack({ ...input, dryRun: false, seen: plan.seen, confirm: 'prod' })

  expect(await getStage(prod.address.apiId, 'prod')).toMatchObject({ deploymentId: prod.idOf('checkout 2.13') })
})

test('the command that a plan shows does what the plan says, pasted into a shell', async () => {
  const prod = await demoStage(app, 'catalog', 'prod')
  const mara = await app.as('mara')
  const older = prod.deployments.at(-1)!.id!
  const { plan } = await mara.deployments.rollBack({
    ...prod.address,
    deploymentId: older,
    canary: 'keep',
    dryRun: true,
  })
  const before = await prod.read()

  await run('/bin/sh', ['-c', plan.commands.join(' && ')], { env: env() })

  const after = await prod.read()
  expect(after.deploymentId).toBe(older)
  expect(after.canarySettings).toEqual(before.canarySettings)
})
