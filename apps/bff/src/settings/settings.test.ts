import { GenerateClientCertificateCommand, GetTagsCommand } from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { endDataTraces } from './end-data-trace.ts'
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

async function save(edits: Parameters<Client['settings']['save']>[0]['edits']) {
  const { plan } = await mara.settings.save({ ...prod.address, edits, dryRun: true })
  const sure = { dryRun: false, seen: plan.seen, confirm: 'prod', reason: '' }
  const { change } = await mara.settings.save({ ...prod.address, edits, ...sure })
  return { plan, change: change! }
}

async function undo(changeId: string) {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  return mara.activity.undo({ changeId, dryRun: false, seen: plan.seen, confirm: 'prod', reason: '' })
}

const tags = async () => {
  const arn = `arn:aws:apigateway:eu-central-1::/restapis/${prod.address.apiId}/stages/prod`
  return (await app.aws.send(new GetTagsCommand({ resourceArn: arn }))).tags
}
const asSet = async () => {
  const { lastUpdatedDate: _, $metadata: __, ...stage } = await prod.read()
  return { stage, tags: await tags() }
}

describe('saving', () => {
  test('settings, an override and tags go in one review, and come back exactly by its undo', async () => {
    const before = await asSet()
    const get = (await mara.settings.get(prod.address)).methods.find(({ name }) => name.startsWith('GET'))!

    const { plan, change } = await save({
      description: 'the shop till',
      tracingEnabled: !before.stage.tracingEnabled,
      methods: { [get.key]: { throttlingRateLimit: 5, throttlingBurstLimit: 10 } },
      setTags: { owner: 'till team' },
    })

    expect(plan.warnings.map(({ code }) => code)).toContain('stricter')
    expect(plan.commands.join('\n')).toContain('aws apigateway tag-resource')
    expect(plan.commands.join('\n')).toContain(`--tags '{"owner":"till team"}'`)
    const after = await asSet()
    expect(after.stage).toMatchObject({ description: 'the shop till', tracingEnabled: !before.stage.tracingEnabled })
    expect(after.stage.methodSettings![get.key]).toMatchObject({ throttlingRateLimit: 5, throttlingBurstLimit: 10 })
    expect(after.tags).toEqual({ ...before.tags, owner: 'till team' })
    const { methods } = await mara.settings.get(prod.address)
    expect(methods.find(({ key }) => key === get.key)).toMatchObject({ own: true, orphan: false })

    await undo(change.id)
    expect(await asSet()).toEqual(before)
  })

  test('only what was edited is touched: a tag and a setting of others stay', async () => {
    await prod.patch({ op: 'replace', path: '/*/*/throttling/burstLimit', value: '77' })

    await save({ methods: { '*/*': { metricsEnabled: false } } })

    expect((await prod.read()).methodSettings!['*/*']).toMatchObject({
      throttlingBurstLimit: 77,
      metricsEnabled: false,
    })
  })

  test('removing an override is an act of its own, and one of a method that is gone shows as orphan', async () => {
    await prod.patch({ op: 'replace', path: '/~1gone/GET/throttling/burstLimit', value: '7' })
    const { methods } = await mara.settings.get(prod.address)
    expect(methods.at(-1)).toMatchObject({ key: '~1gone/GET', name: 'GET /gone', own: true, orphan: true })

    await save({ removeOverrides: ['~1gone/GET'] })

    expect((await prod.read()).methodSettings).not.toHaveProperty('~1gone/GET')
  })

  test('a full trace warns of what it writes down', async () => {
    const { plan } = await mara.settings.save({
      ...prod.address,
      edits: { methods: { '*/*': { dataTraceEnabled: true, loggingLevel: 'INFO' } } },
      dryRun: true,
    })
    expect(plan.warnings.map(({ code }) => code)).toContain('data_trace')
  })
})

describe('full logging of requests', () => {
  const key = '*/*'
  const on = { methods: { [key]: { dataTraceEnabled: true, loggingLevel: 'INFO' as const } } }
  const traced = async () => (await prod.read()).methodSettings![key]!.dataTraceEnabled
  const minutes = (n: number) => app.director('clock', { advanceSeconds: n * 60 })
  const job = () => endDataTraces(app.app.services)

  async function switchOn(traceFor?: '15' | 'unlimited') {
    const { plan } = await mara.settings.save({ ...prod.address, edits: on, traceFor, dryRun: true })
    const sure = { dryRun: false, seen: plan.seen, confirm: 'prod', reason: '' }
    return (await mara.settings.save({ ...prod.address, edits: on, traceFor, ...sure })).change!
  }

  test('ends by itself when its time is up, as a change of the job with an undo', async () => {
    await switchOn('15')
    const { methods } = await mara.settings.get(prod.address)
    expect(Date.parse(methods[0]!.traceEndsAt!) - app.app.services.clocks.worldMs()).toBeGreaterThan(14 * 60_000)
    await minutes(14)
    await job()
    expect(await traced()).toBe(true)

    await minutes(2)
    await job()

    expect(await traced()).toBe(false)
    const { items } = await mara.activity.list({ stage: 'prod' })
    expect(items[0]).toMatchObject({
      verb: 'settings.endDataTrace',
      actor: { kind: 'job' },
      reason: 'mara set it for 15 minutes',
      status: 'done',
      undo: { kind: { kind: 'exact' }, available: true },
    })
    await job()
    expect((await mara.activity.list({ stage: 'prod' })).items).toHaveLength(items.length)
  })

  test('asks how long, and an hour is meant where nobody says', async () => {
    const change = await switchOn()
    const { plan } = await mara.settings.save({ ...prod.address, edits: { methods: {} }, dryRun: true })
    expect(plan.choices).toEqual([])
    await minutes(61)
    await job()
    expect(await traced()).toBe(false)
    expect((await mara.activity.get({ changeId: change.id })).commands[0]).toContain('logging/dataTrace')
  })

  test('goes on where it was switched on without an end, or again by somebody since', async () => {
    await switchOn('15')
    await save({ methods: { [key]: { dataTraceEnabled: false } } })
    await switchOn('unlimited')
    await minutes(90)
    await job()
    expect(await traced()).toBe(true)
    expect((await mara.settings.get(prod.address)).methods[0]!.traceEndsAt).toBeNull()
  })
})

describe('of the stage itself', () => {
  test('the client certificate is one of the account, chosen and taken off again', async () => {
    const made = await app.aws.send(new GenerateClientCertificateCommand({ description: 'for the till' }))
    const id = made.clientCertificateId!
    const { clientCertificates } = await mara.settings.get(prod.address)
    expect(clientCertificates).toContainEqual(expect.objectContaining({ id, description: 'for the till' }))

    const { change } = await save({ clientCertificateId: id })
    expect((await prod.read()).clientCertificateId).toBe(id)

    await undo(change.id)
    expect((await prod.read()).clientCertificateId).toBeUndefined()
  })

  test('the web ACL is shown, which is put on elsewhere', async () => {
    const { apiId: restApiId, stage: stageName } = prod.address
    await app.director('web-acl', { restApiId, stageName, blockedPaths: ['/admin'] })
    expect((await mara.settings.get(prod.address)).webAclArn).toMatch(/^arn:aws:wafv2:eu-central-1:.*webacl\/prod\//)
  })

  test('a new override says which of its leaves alter what is in force', async () => {
    const { methods } = await mara.settings.get(prod.address)
    const { key } = methods.find(({ own, name }) => !own && name.startsWith('GET'))!
    const edits = { methods: { [key]: { throttlingRateLimit: 5 } } }
    const { plan } = await mara.settings.save({ ...prod.address, edits, dryRun: true })
    expect(plan.changes.filter(({ sameInForce }) => !sameInForce).map(({ field }) => field)).toEqual([
      `methodSettings.${key}.throttlingRateLimit`,
    ])
    expect(plan.changes).toHaveLength(10)
  })
})

describe('what AWS would refuse is refused before', () => {
  const planned = async (accessLog: { destinationArn: string; format: string }) =>
    (await mara.settings.save({ ...prod.address, edits: { accessLog }, dryRun: true })).plan.blocked

  test('an access log without a request id, or to no ARN', async () => {
    const destinationArn = 'arn:aws:logs:eu-central-1:123456789012:log-group:till'
    expect(await planned({ destinationArn, format: '$context.status' })).toMatchObject({ rule: 'access_log' })
    expect(await planned({ destinationArn: `${destinationArn}:*`, format: '$context.requestId' })).toMatchObject({
      fields: ['accessLogSettings.destinationArn'],
    })
    expect(await planned({ destinationArn, format: '$context.requestId $context.status' })).toBeNull()
  })

  test('tags of AWS, and limits that are no numbers of calls', async () => {
    await expect(save({ setTags: { 'aws:owner': 'x' } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(save({ methods: { '*/*': { throttlingBurstLimit: -1 } } })).rejects.toMatchObject({ code: 'invalid' })
  })
})
