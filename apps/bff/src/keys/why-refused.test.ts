import {
  DeleteStageCommand,
  DeleteUsagePlanKeyCommand,
  UpdateApiKeyCommand,
  UpdateMethodCommand,
  UpdateStageCommand,
  UpdateUsageCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway'
import type { WhyLinkId } from '@callboard/shared-types/keys/why.schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetKeys, keyedStage, type KeyedStage } from '../../tests/keyed-stage.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
})
afterAll(() => app.close())

interface Request {
  path: string
  known: boolean
}

const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value })

/** How each link is broken past the BFF. */
const breaks: Record<WhyLinkId, (at: KeyedStage, request: Request) => Promise<unknown>> = {
  stage: ({ address }) => app.aws.send(new DeleteStageCommand({ restApiId: address.apiId, stageName: 'live' })),
  route: async ({ put }, request) => {
    await put('new', true)
    request.path = '/new'
  },
  key_required: async ({ method, deploy, address }) => {
    const patch = (value: string) => ({ ...method, patchOperations: [replace('/apiKeyRequired', value)] })
    await app.aws.send(new UpdateMethodCommand(patch('false')))
    const deployed = [replace('/deploymentId', await deploy())]
    await app.aws.send(
      new UpdateStageCommand({ restApiId: address.apiId, stageName: 'live', patchOperations: deployed }),
    )
    await app.aws.send(new UpdateMethodCommand(patch('true')))
  },
  known: async (_, request) => void (request.known = false),
  enabled: ({ keyId }) =>
    app.aws.send(new UpdateApiKeyCommand({ apiKey: keyId, patchOperations: [replace('/enabled', 'false')] })),
  in_plan: ({ keyId, planId }) => app.aws.send(new DeleteUsagePlanKeyCommand({ usagePlanId: planId, keyId })),
  plan_has_stage: ({ planId, address }) =>
    app.aws.send(
      new UpdateUsagePlanCommand({
        usagePlanId: planId,
        patchOperations: [{ op: 'remove', path: '/apiStages', value: `${address.apiId}:live` }],
      }),
    ),
  plan_throttle: ({ planId }) =>
    app.aws.send(
      new UpdateUsagePlanCommand({
        usagePlanId: planId,
        patchOperations: [replace('/throttle/rateLimit', '5'), replace('/throttle/burstLimit', '0')],
      }),
    ),
  quota: ({ planId, keyId }) =>
    app.aws.send(new UpdateUsageCommand({ usagePlanId: planId, keyId, patchOperations: [replace('/remaining', '0')] })),
  stage_throttle: ({ address }) =>
    app.aws.send(
      new UpdateStageCommand({
        restApiId: address.apiId,
        stageName: 'live',
        patchOperations: [
          replace('/~1pets/GET/throttling/rateLimit', '0'),
          replace('/~1pets/GET/throttling/burstLimit', '5'),
        ],
      }),
    ),
}

const all = Object.keys(breaks) as WhyLinkId[]

/** What can't be asked once another link is broken: without a stage there are no methods, without a key no plan. */
const hides: Partial<Record<WhyLinkId, WhyLinkId[]>> = {
  stage: ['route', 'key_required', 'stage_throttle', 'plan_throttle', 'quota'],
  route: ['key_required', 'stage_throttle'],
  known: ['enabled', 'in_plan', 'plan_has_stage', 'plan_throttle', 'quota'],
  in_plan: ['plan_has_stage', 'plan_throttle', 'quota'],
  plan_has_stage: ['plan_throttle', 'quota'],
}

/** A stage that is gone leaves its plans. */
const brings: Partial<Record<WhyLinkId, WhyLinkId[]>> = { stage: ['plan_has_stage'] }

function expectedOf(broken: WhyLinkId[]): WhyLinkId[] {
  const with_ = [...new Set(broken.flatMap((link) => [link, ...(brings[link] ?? [])]))]
  const hidden = new Set(with_.flatMap((link) => hides[link] ?? []))
  return all.filter((link) => with_.includes(link) && !hidden.has(link))
}

/** What needs the others' places comes last: what isn't deployed stays so, and who left a plan has nothing in it to change. */
const late: WhyLinkId[] = ['route', 'plan_has_stage', 'in_plan', 'stage']

async function walk(broken: WhyLinkId[]) {
  const at = await keyedStage(app, { quota: { limit: 100, period: 'DAY' } })
  const request: Request = { path: '/pets', known: true }
  for (const link of broken.toSorted((a, b) => late.indexOf(a) - late.indexOf(b))) await breaks[link](at, request)
  forgetKeys(app)
  const { path, known } = request
  const why = await mara.keys.why({ ...at.address, method: 'GET', path, ...(known && { keyId: at.keyId }) })
  const answered = await at.call(path, known ? at.value : 'a-value-that-is-no-key')
  return { why, answered }
}

const named = (why: { links: { id: string; state: string }[] }) =>
  why.links.filter(({ state }) => state === 'broken').map(({ id }) => id)

test('a key that is as it should be passes every link', async () => {
  const { why, answered } = await walk([])
  expect(named(why)).toEqual([])
  expect(why).toMatchObject({ because: null, answer: { status: 200 } })
  expect(answered.status).toBe(200)
})

describe('the walk says what the gateway really answers, and names what is broken', () => {
  test.each(all)('%s alone', async (link) => {
    const { why, answered } = await walk([link])
    expect(why.answer).toEqual(answered)
    expect(why.because).toBe(link)
    expect(named(why)).toEqual(expectedOf([link]))
  })

  const pairs = all.flatMap((a, n) => all.slice(n + 1).map((b) => [a, b] as const))

  test.each(pairs)('%s with %s', async (a, b) => {
    const { why, answered } = await walk([a, b])
    expect(why.answer).toEqual(answered)
    expect(named(why)).toEqual(expectedOf([a, b]))
    expect(named(why)).toContain(why.because)
  })
})

test('what mends a link is offered with what it is done to', async () => {
  const at = await keyedStage(app)
  await breaks.enabled(at, { path: '', known: true })
  forgetKeys(app)
  const { links } = await mara.keys.why({ ...at.address, method: 'GET', path: '/pets', keyId: at.keyId })
  expect(links.find(({ id }) => id === 'enabled')!.mend).toEqual({ act: 'enable', keyId: at.keyId, planId: null })
})

test('a value is recognised, and who may only look can’t ask', async () => {
  const at = await keyedStage(app)
  forgetKeys(app)
  expect(await mara.keys.recognise({ connection: 'demo', value: at.value })).toEqual({
    key: { id: at.keyId, name: expect.stringMatching(/^key-/) },
  })
  expect(await mara.keys.recognise({ connection: 'demo', value: `${at.value}x` })).toEqual({ key: null })
  const li = await app.as('li')
  await expect(li.keys.recognise({ connection: 'demo', value: at.value })).rejects.toMatchObject({ code: 'forbidden' })
})
