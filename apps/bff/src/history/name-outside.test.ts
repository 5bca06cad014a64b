import { APIGatewayClient, UpdateStageCommand } from '@aws-sdk/client-api-gateway'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { startEmulator, type RunningEmulator } from '@callboard/aws-emulator/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demoStage, lookAtStages } from '../../tests/demo-world.ts'
import { startOddServer } from '../../tests/odd-server.ts'
import { demoAccount, region, startAt, startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let aws: RunningEmulator
let odd: Awaited<ReturnType<typeof startOddServer>>
let app: TestApp
let mara: Client
let qa: Awaited<ReturnType<typeof demoStage>>

const credentials = { accessKeyId: demoAccount, secretAccessKey: 'test' }
const common = { name: 'demo', accountId: demoAccount, region, credentials, invokeUrlTemplate: '', colour: null }

beforeEach(async () => {
  aws = await startEmulator({ world: 'demo', seed: 1, startAt, speed: 0 })
  odd = await startOddServer(aws.url)
  const { clock } = aws.emulator
  const clocks = { processMs: () => Date.now(), worldMs: () => clock.now(), worldSpeed: () => 0 }
  const deps = { connections: [{ ...common, endpoint: odd.url, demo: true }], clocks }
  app = await startTestApp({ deps })
  mara = await app.as('mara')
  qa = await demoStage({ aws: new APIGatewayClient({ endpoint: aws.url, region, credentials }) }, 'checkout', 'qa')
  await look()
})
afterEach(async () => {
  await app.close()
  await odd.close()
  await aws.close()
})

const look = () => lookAtStages(app, qa.address.apiId)
const name = () => app.app.jobs.run('name-outside')

const minutes = (count: number) => {
  aws.emulator.clock.moveTo(aws.emulator.clock.now() + count * 60_000)
}

/** Somebody changes the stage with the session of a role. */
async function changeAs(RoleSessionName: string, value: string) {
  const sts = new STSClient({ endpoint: aws.url, region, credentials })
  const RoleArn = `arn:aws:iam::${demoAccount}:role/terraform`
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName }))
  const session = {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
  }
  const client = new APIGatewayClient({ endpoint: aws.url, region, credentials: session })
  const patchOperations = [{ op: 'replace' as const, path: '/variables/logLevel', value }]
  await client.send(new UpdateStageCommand({ restApiId: qa.address.apiId, stageName: 'qa', patchOperations }))
}

async function entry() {
  const [last] = (await mara.activity.list(qa.address)).items.filter(({ verb }) => verb === 'outside')
  return mara.activity.get({ changeId: last!.id })
}

test('who did it is told once CloudTrail tells it, and the search finds it by the name', async () => {
  minutes(5)
  await changeAs('ci-42', 'warn')
  minutes(1)
  await look()
  await name()
  expect((await entry()).actor.name).toBe('someone outside Callboard')

  minutes(5)
  await name()

  const { actor, rows } = await entry()
  expect(actor).toMatchObject({ kind: 'outside', name: 'ci-42 (role terraform)' })
  expect(actor.subject).toContain('assumed-role/terraform/ci-42')
  expect(rows.at(-1)).toMatchObject({ kind: 'named', text: expect.stringContaining('UpdateStage at 12:05:00 UTC') })
  expect((await mara.activity.list({ text: 'ci-42' })).items).toHaveLength(1)
})

test('all who wrote between the two looks are named, but not Callboard itself', async () => {
  const { plan } = await mara.settings.save({ ...qa.address, edits: { description: 'ours' }, dryRun: true })
  await mara.settings.save({ ...qa.address, edits: { description: 'ours' }, dryRun: false, seen: plan.seen })
  await changeAs('ci-42', 'warn')
  minutes(1)
  await changeAs('kim', 'error')
  await look()
  minutes(10)
  await name()

  expect((await entry()).actor.name).toBe('ci-42 (role terraform) and kim (role terraform)')
})

test('where CloudTrail may not be asked, the permission that is missing is said, once; later it is asked again', async () => {
  const denied = `User: arn:aws:iam::${demoAccount}:user/callboard is not authorized to perform: cloudtrail:LookupEvents because no identity-based policy allows it`
  odd.be({
    matches: (_method, _path, target) => target.includes('LookupEvents'),
    answer: {
      status: 400,
      contentType: 'application/x-amz-json-1.1',
      body: JSON.stringify({ __type: 'AccessDeniedException', Message: denied }),
    },
  })
  minutes(5)
  await changeAs('ci-42', 'warn')
  await look()
  minutes(10)
  await name()
  minutes(60)
  await name()

  const { actor, rows } = await entry()
  expect(actor.name).toBe('someone outside Callboard')
  expect(rows.filter(({ kind }) => kind === 'named')).toMatchObject([
    { text: expect.stringContaining('lacks the permission cloudtrail:LookupEvents') },
  ])

  odd.be()
  minutes(120)
  await name()
  expect((await entry()).actor.name).toBe('ci-42 (role terraform)')
})

test('when CloudTrail shows nobody, that is what is said', async () => {
  odd.be({
    matches: (_method, _path, target) => target.includes('LookupEvents'),
    answer: { status: 200, contentType: 'application/x-amz-json-1.1', body: '{"Events":[]}' },
  })
  minutes(5)
  await changeAs('ci-42', 'warn')
  await look()
  for (let n = 0; n < 8; n++) {
    minutes(10)
    await name()
  }

  expect((await entry()).rows.at(-1)).toMatchObject({ text: 'CloudTrail shows nobody who did it' })
})
