import {
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  CreateUsagePlanCommand,
  GetStageCommand,
  TagResourceCommand,
} from '@aws-sdk/client-api-gateway'
import type { CopyPart } from '@callboard/shared-types/stages/stage-rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configOf } from '../aws/stage-config.ts'
import { stageArn } from '../aws/tag-patch.ts'
import { demoStage } from '../../tests/demo-world.ts'
import { region, startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
})
afterAll(() => app.close())

type Write = { dryRun: boolean; seen?: never; confirm?: string }
type Act = (write: Write) => Promise<Awaited<ReturnType<Client['stages']['delete']>>>

const plan = async (act: Act) => (await act({ dryRun: true })).plan

async function done(act: Act) {
  const { seen, confirm } = await plan(act)
  return (await act({ dryRun: false, seen: seen as never, ...(confirm && { confirm }) })).change!
}

const undo = (changeId: string) => done((write) => mara.activity.undo({ changeId, ...write }))

describe('creating', () => {
  test('makes a stage of a deployment with variables and a description, and its undo deletes it', async () => {
    const { address, idOf } = await demoStage(app, 'checkout', 'qa')
    const wanted = { deploymentId: idOf('checkout 2.13'), description: 'a trial', variables: { lambdaAlias: 'live' } }
    const create: Act = (write) => mara.stages.create({ ...address, stage: 'trial-1', ...wanted, ...write })
    const read = () => app.aws.send(new GetStageCommand({ restApiId: address.apiId, stageName: 'trial-1' }))

    const planned = await plan(create)
    expect(planned.consequences[0]).toMatchObject({ label: 'Invoke URL', after: expect.stringContaining('trial-1') })
    expect(planned.warnings[0]?.text).toContain('is not the newest')
    const change = await done(create)

    expect(configOf(await read())).toEqual({ ...wanted, cacheClusterEnabled: false, tracingEnabled: false })
    expect((await mara.history.list({ ...address, stage: 'trial-1' })).items).toMatchObject([{ kind: 'made' }])
    await undo(change.id)
    await expect(read()).rejects.toThrow('Invalid stage identifier specified')
  })

  test("is refused in AWS's words before anything is sent", async () => {
    const { address, idOf } = await demoStage(app, 'checkout', 'qa')
    const deploymentId = idOf('checkout 2.13')
    const reason = async (input: object) =>
      (await plan((write) => mara.stages.create({ ...address, deploymentId, ...input, ...write }))).blocked?.reason
    expect(await reason({ stage: 'qa' })).toBe('Stage already exists')
    expect(await reason({ stage: '$default' })).toBe('Stage name only allows a-zA-Z0-9_')
    expect(await reason({ stage: 'next', deploymentId: 'nope' })).toBe('Deployment id does not exist')
    expect(await reason({ stage: 'next', variables: { 'a-b': 'x' } })).toContain('Invalid stage variable name: a-b.')
    expect(await reason({ stage: 'next' })).toBeUndefined()
  })
})

describe('deleting', () => {
  test('says what goes with it, wants its name typed, and its undo makes it again', async () => {
    const orders = await demoStage(app, 'orders', 'qa')
    const { apiId } = orders.address
    await app.aws.send(new CreateUsagePlanCommand({ name: 'gold', apiStages: [{ apiId, stage: 'qa' }] }))
    await app.aws.send(new CreateUsagePlanCommand({ name: 'other', apiStages: [{ apiId, stage: 'prod' }] }))
    await app.aws.send(
      new CreateDomainNameCommand({
        domainName: 'api.example.com',
        regionalCertificateArn: `arn:aws:acm:${region}:123456789012:certificate/1`,
        endpointConfiguration: { types: ['REGIONAL'] },
      }),
    )
    await app.aws.send(
      new CreateBasePathMappingCommand({
        domainName: 'api.example.com',
        basePath: 'v1',
        restApiId: apiId,
        stage: 'qa',
      }),
    )
    const before = await orders.read()
    const remove: Act = (write) => mara.stages.delete({ ...orders.address, ...write })

    const planned = await plan(remove)
    expect(planned.consequences.map(({ label }) => label)).toEqual([
      'Invoke URL',
      'api.example.com/v1',
      'Usage plan gold',
    ])
    expect(planned).toMatchObject({ confirm: 'qa', undo: { kind: 'compensating' } })
    expect(planned.hits[0]).toContain('calls a minute')
    const change = await done(remove)

    await expect(orders.read()).rejects.toThrow('Invalid stage identifier specified')
    expect((await mara.history.list(orders.address)).items[0]).toMatchObject({
      kind: 'gone',
      change: { id: change.id },
    })
    await undo(change.id)
    expect(configOf(await orders.read())).toEqual(configOf(before))
    expect((await orders.read()).tags).toEqual(before.tags)
  })

  test('names the alarms that stay', async () => {
    const checkout = await demoStage(app, 'checkout', 'qa')
    const look = () => plan((write) => mara.stages.delete({ ...checkout.address, ...write }))
    expect((await look()).warnings.map(({ code }) => code)).not.toContain('alarms_stay')
    const rule = {
      metric: '5XXError',
      statistic: 'Average',
      route: null,
      comparison: 'GreaterThanThreshold',
      threshold: 0.1,
      periodSeconds: 60,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      missingData: 'notBreaching',
    } as const
    await done((write) => mara.alarms.save({ ...checkout.address, edits: { set: { 'qa breaks': rule } }, ...write }))
    const { text } = (await look()).warnings.find(({ code }) => code === 'alarms_stay')!
    expect(text).toContain('goes on charging for them: qa breaks.')
  })

  test('warns where Terraform or CloudFormation owns the stage', async () => {
    const warnings = async (api: string) => {
      const { address } = await demoStage(app, api, 'prod')
      return (await plan((write) => mara.stages.delete({ ...address, ...write }))).warnings.map(({ text }) => text)
    }
    expect(await warnings('inventory')).toContainEqual(expect.stringContaining('owned by Terraform'))
    expect(await warnings('invoices')).toContainEqual(expect.stringContaining('owned by the CloudFormation stack'))
  })
})

describe('copying settings onto another stage', () => {
  const copy = async (api: string, to: string, parts: CopyPart[], from: { fromStage: string; fromApiId?: string }) => {
    const { address } = await demoStage(app, api, to)
    return (write: Write) => mara.stages.copySettings({ ...address, ...from, parts, ...write })
  }

  test('each ticked part becomes as the other has it, the rest stays, and the undo is exact', async () => {
    const from = await demoStage(app, 'pricing', 'prod')
    const to = await demoStage(app, 'pricing', 'qa')
    await to.patch(
      { op: 'replace', path: '/variables/onlyHere', value: 'x' },
      { op: 'replace', path: '/~1prices/GET/throttling/burstLimit', value: '3' },
    )
    await from.patch({ op: 'replace', path: '/*/*/throttling/burstLimit', value: '44' })
    const [before, source] = [configOf(await to.read()), configOf(await from.read())]

    const change = await done(await copy('pricing', 'qa', ['variables', 'settings'], { fromStage: 'prod' }))

    const after = configOf(await to.read())
    expect(after.variables).toEqual(source.variables)
    expect(after.methodSettings!['*/*']).toMatchObject({
      throttlingBurstLimit: 44,
      loggingLevel: before.methodSettings?.['*/*']?.loggingLevel ?? 'OFF',
    })
    expect(after.methodSettings!['~1prices/GET']).toMatchObject({ throttlingBurstLimit: 44 })
    expect(after).toMatchObject({
      deploymentId: before.deploymentId,
      description: before.description,
      cacheClusterEnabled: before.cacheClusterEnabled,
    })
    await undo(change.id)
    expect(configOf(await to.read())).toEqual(before)
  })

  test('with all parts nothing differs but what says which stage it is', async () => {
    const from = await demoStage(app, 'pricing', 'prod')
    const to = await demoStage(app, 'pricing', 'dev')
    await app.aws.send(
      new TagResourceCommand({ resourceArn: stageArn(region, to.address.apiId, 'dev'), tags: { mine: 'x' } }),
    )
    const act = await copy('pricing', 'dev', ['variables', 'settings', 'cache', 'logs', 'tags'], { fromStage: 'prod' })
    const planned = await plan(act)
    expect(planned.warnings.map(({ code }) => code)).toEqual(['same_log', 'cache_cluster'])
    expect(planned.undo.kind).toBe('compensating')
    await done(act)

    const identity = ({
      deploymentId: _,
      description: __,
      canarySettings: ___,
      ...rest
    }: ReturnType<typeof configOf>) => rest
    const [copy_, source] = [await to.read(), await from.read()]
    expect(identity(configOf(copy_))).toEqual(identity(configOf(source)))
    expect(copy_.tags).toEqual(source.tags)
  })

  test('of another API only variables and what holds for all methods; its methods mean nothing here', async () => {
    const from = await demoStage(app, 'catalog', 'prod')
    await from.patch({ op: 'replace', path: '/*/*/throttling/rateLimit', value: '55' })
    const source = configOf(await from.read())
    const fromApiId = from.address.apiId

    await done(await copy('shipping', 'dev', ['variables', 'settings'], { fromStage: 'prod', fromApiId }))

    const to = configOf(await (await demoStage(app, 'shipping', 'dev')).read())
    expect(to.variables).toEqual(source.variables)
    expect(Object.keys(to.methodSettings!)).toEqual(['*/*'])
    expect(to.methodSettings!['*/*']!.throttlingRateLimit).toBe(55)
    const cache = await copy('shipping', 'dev', ['cache'], { fromStage: 'prod', fromApiId })
    await expect(cache({ dryRun: true })).rejects.toMatchObject({ code: 'invalid' })
  })
})
