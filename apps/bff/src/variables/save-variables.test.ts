import { CreateDeploymentCommand } from '@aws-sdk/client-api-gateway'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let qa: Awaited<ReturnType<typeof demoStage>>

beforeEach(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  qa = await demoStage(app, 'orders', 'qa')
})
afterEach(() => app.close())

type Edits = Omit<Parameters<Client['variables']['save']>[0], 'connection' | 'kind' | 'apiId' | 'stage' | 'dryRun'>
type Stage = typeof qa

const look = async (edits: Edits, stage: Stage = qa) =>
  (await mara.variables.save({ ...stage.address, ...edits, dryRun: true })).plan

async function save(edits: Edits, stage: Stage = qa) {
  const { seen } = await look(edits, stage)
  const { change } = await mara.variables.save({
    ...stage.address,
    ...edits,
    dryRun: false,
    seen,
    confirm: stage.address.stage,
  })
  return change!
}

async function undo(changeId: string, stage: Stage = qa) {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  return mara.activity.undo({ changeId, dryRun: false, seen: plan.seen, confirm: stage.address.stage })
}

describe('looking', () => {
  test('says what each variable will be, which function will answer then, and sends nothing', async () => {
    const plan = await look({ set: { lambdaAlias: 'live', region: 'eu' }, remove: ['queueName'] })

    expect(plan).toMatchObject({ title: 'Change 3 variables of qa', undo: { kind: 'exact' }, blocked: null })
    expect(plan.changes).toMatchObject([
      { field: 'variables.lambdaAlias', before: 'next', after: 'live' },
      { field: 'variables.queueName', before: 'orders-qa', after: null },
      { field: 'variables.region', before: null, after: 'eu' },
    ])
    expect(plan.consequences).toEqual([
      { label: 'Function behind 6 routes', before: 'orders-api:next', after: 'orders-api:live' },
    ])
    expect(plan.warnings).toMatchObject([{ code: 'permission', text: expect.stringContaining('orders-api:live') }])
    expect(plan.commands[0]).toContain('op=replace,path=/variables/lambdaAlias,value=live')
    expect((await qa.read()).variables).toEqual({ lambdaAlias: 'next', queueName: 'orders-qa' })
  })

  test('names the one variable that changes on the button', async () => {
    expect(await look({ set: { lambdaAlias: 'live' } })).toMatchObject({ act: 'Set lambdaAlias on qa' })
    expect(await look({ remove: ['queueName'] })).toMatchObject({ act: 'Remove queueName' })
  })

  test('warns of a variable that goes although it is used, and of one that looks like a secret', async () => {
    const { warnings } = await look({ remove: ['lambdaAlias'], set: { dbPassword: 'hunter2hunter2' } })

    expect(warnings).toMatchObject([
      { code: 'used', text: expect.stringContaining('GET /orders') },
      { code: 'secret', text: expect.stringContaining('plain text') },
    ])
  })

  test('is worth having when the definition cannot be read', async () => {
    await app.director('faults', { operation: 'GetExport', kind: 'error', times: 10 })

    expect(await look({ set: { lambdaAlias: 'live' } })).toMatchObject({
      consequences: [],
      warnings: [{ code: 'uses_unknown' }],
      blocked: null,
    })
  })
})

describe('saving', () => {
  test('edits the stage as it is then: what others edited meanwhile stays', async () => {
    const { seen } = await look({ set: { lambdaAlias: 'live' } })
    await qa.patch({ op: 'replace', path: '/variables/queueName', value: 'by-terraform' })

    await mara.variables.save({ ...qa.address, set: { lambdaAlias: 'live' }, dryRun: false, seen })

    expect((await qa.read()).variables).toEqual({ lambdaAlias: 'live', queueName: 'by-terraform' })
  })

  test('is refused with the present plan when the same variable moved since the look', async () => {
    const { seen } = await look({ set: { lambdaAlias: 'live' } })
    await qa.patch({ op: 'replace', path: '/variables/lambdaAlias', value: 'blue' })

    const saving = mara.variables.save({ ...qa.address, set: { lambdaAlias: 'live' }, dryRun: false, seen })

    await expect(saving).rejects.toMatchObject({ code: 'moved', data: { fields: ['variables.lambdaAlias'] } })
    expect((await qa.read()).variables).toMatchObject({ lambdaAlias: 'blue' })
  })

  test('undo puts back exactly what was there, a variable that is gone and one that is new alike', async () => {
    const before = (await qa.read()).variables
    const change = await save({ set: { lambdaAlias: 'live', region: 'eu' }, remove: ['queueName'] })
    expect((await qa.read()).variables).toEqual({ lambdaAlias: 'live', region: 'eu' })

    await undo(change.id)

    expect((await qa.read()).variables).toEqual(before)
  })

  test("reaches the canary's overrides, and their undo too", async () => {
    const prod = await demoStage(app, 'catalog', 'prod')
    const before = (await prod.read()).canarySettings
    const change = await save({ overrides: { set: { imageHost: 'img.example.com' }, remove: ['lambdaAlias'] } }, prod)
    expect((await prod.read()).canarySettings?.stageVariableOverrides).toEqual({ imageHost: 'img.example.com' })

    await undo(change.id, prod)

    expect((await prod.read()).canarySettings).toEqual(before)
  })

  test('overrides where there is no canary are refused', async () => {
    expect(await look({ overrides: { set: { a: 'b' } } })).toMatchObject({ blocked: { rule: 'no_canary' } })
  })

  test('onto another stage of the API is the same act there', async () => {
    const dev = await demoStage(app, 'orders', 'dev')
    await save({ set: { queueName: 'orders-qa' } }, dev)

    expect((await dev.read()).variables).toMatchObject({ queueName: 'orders-qa' })
  })
})

describe('bad input', () => {
  test.each([
    [{ 'dash-ed': 'x' }, 'Invalid stage variable name: dash-ed.'],
    [{ alias: '$LATEST' }, 'Invalid stage variable value: $LATEST.'],
    [{ alias: '' }, 'Invalid stage variable value: .'],
  ])("%j is refused before sending, in AWS's words", async (set, sentence) => {
    await app.director('calls', undefined, 'DELETE')

    await expect(mara.variables.save({ ...qa.address, set, dryRun: true })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(sentence),
    })
    expect(await app.called('UpdateStage')).toBe(0)
  })

  test('more than 100 variables are refused, and fewer than before are not', async () => {
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`v${n}`, 'x']))

    expect(await look({ set: many })).toMatchObject({
      blocked: { rule: 'too_many', reason: expect.stringContaining('101') },
    })
    expect(await look({ set: many, remove: ['queueName'] })).toMatchObject({ blocked: null })
  })

  test('a viewer may look and not save', async () => {
    const li = await app.as('li')

    const saving = li.variables.save({ ...qa.address, set: { a: 'b' }, dryRun: false, seen: [] })

    await expect(saving).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the variables of a stage', () => {
  test('come with their uses, what is missing, what is not used, and what the other stages have', async () => {
    await qa.patch({ op: 'remove', path: '/variables/lambdaAlias' })

    const page = await mara.variables.get(qa.address)

    expect(page).toMatchObject({
      variables: { queueName: 'orders-qa' },
      canary: null,
      undefinedNames: ['lambdaAlias'],
      unusedNames: ['queueName'],
      usesUnknown: null,
    })
    expect(page.uses!.byName['lambdaAlias']!.map(({ where }) => where)).toContain('GET /orders/{orderId}')
    expect(page.uses!.proxied).toBe(6)
    expect(page.otherStages).toMatchObject([
      { stage: 'dev', variables: { lambdaAlias: 'next' } },
      { stage: 'prod', production: true, variables: { lambdaAlias: 'live' } },
    ])
  })

  test("are shown with the canary's overrides", async () => {
    const prod = await demoStage(app, 'catalog', 'prod')

    expect((await mara.variables.get(prod.address)).canary).toEqual({
      percentTraffic: 10,
      overrides: { lambdaAlias: 'next' },
      ownDeployment: true,
    })
  })

  test('are shown also where the definition cannot be read, and the reason said', async () => {
    await app.director('faults', { operation: 'GetExport', kind: 'error', times: 10 })

    const page = await mara.variables.get(qa.address)

    expect(page).toMatchObject({ variables: { lambdaAlias: 'next' }, uses: null, unusedNames: [] })
    expect(page.usesUnknown).toContain('Internal failure')
  })

  test('ask for the definition of a deployment once', async () => {
    await app.director('calls', undefined, 'DELETE')
    for (let n = 0; n < 3; n++) await mara.variables.get(qa.address)
    await look({ set: { a: 'b' } })
    expect(await app.called('GetExport')).toBe(1)
  })

  test('are those of the new deployment once the stage runs another', async () => {
    await mara.variables.get(qa.address)
    await app.aws.send(new CreateDeploymentCommand({ restApiId: qa.address.apiId, stageName: 'qa' }))
    await app.director('calls', undefined, 'DELETE')

    await look({ set: { a: 'b' } })

    expect(await app.called('GetExport')).toBe(1)
  })
})
