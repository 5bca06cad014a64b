import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateUsagePlanCommand,
  GetApiKeyCommand,
  GetUsagePlanCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateApiKeyCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway'
import { startEmulator, type RunningEmulator } from '@callboard/aws-emulator/server'
import { largestOffset, quotaPeriods } from '@callboard/shared-types/plans/plan-rules'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyConfigOf, keyPatch, type KeyConfig } from '../src/aws/key-patch.ts'
import { planConfigOf, planStageKey, type PlanConfig } from '../src/aws/plan-config.ts'
import { planPatch } from '../src/aws/plan-patch.ts'

let emulator: RunningEmulator
let aws: APIGatewayClient
let stages: string[]

beforeAll(async () => {
  emulator = await startEmulator({ world: 'empty', speed: 0 })
  const credentials = { accessKeyId: '000000000001', secretAccessKey: 'x' }
  aws = new APIGatewayClient({ endpoint: emulator.url, region: 'eu-central-1', credentials })
  const { id: restApiId, rootResourceId } = await aws.send(new CreateRestApiCommand({ name: 'law' }))
  const root = { restApiId, resourceId: rootResourceId, httpMethod: 'GET' }
  await aws.send(new PutMethodCommand({ ...root, authorizationType: 'NONE' }))
  await aws.send(new PutIntegrationCommand({ ...root, type: 'MOCK' }))
  const names = ['dev', 'qa', 'prod', 'v1-2_3']
  for (const stageName of names) await aws.send(new CreateDeploymentCommand({ restApiId, stageName }))
  stages = names.map((name) => planStageKey(restApiId!, name))
})
afterAll(() => emulator.close())

const text = fc.string({ unit: fc.constantFrom(...'abc XYZ,.é/~"'.split('')), minLength: 1, maxLength: 20 })

const throttle = fc.record({
  rateLimit: fc.constantFrom(0, 0.5, 10, 100.25, 10_000),
  burstLimit: fc.integer({ min: 0, max: 5_000 }),
})

const quota = fc.constantFrom(...quotaPeriods).chain((period) =>
  fc.record({
    limit: fc.integer({ min: 0, max: 1_000_000 }),
    period: fc.constant(period),
    offset: fc.integer({ min: 0, max: largestOffset[period] }),
  }),
)

/** The root's, a nested one, one with a parameter and one with a tilde. */
const methodKeys = ['//GET', '/pets/POST', '/pets/{id}/GET', '/a~b/DELETE', '/x/y/ANY']

const plans = (): fc.Arbitrary<PlanConfig> =>
  fc.record(
    {
      name: text,
      description: text,
      productCode: fc.constantFrom('code1', 'code2'),
      throttle,
      quota,
      apiStages: fc.dictionary(
        fc.constantFrom(...stages),
        fc.dictionary(fc.constantFrom(...methodKeys), throttle, { maxKeys: 3, noNullPrototype: true }),
        { maxKeys: 4, noNullPrototype: true },
      ),
    },
    { requiredKeys: ['name', 'apiStages'], noNullPrototype: true },
  )

const keys: fc.Arbitrary<KeyConfig> = fc.record(
  { name: text, description: text, customerId: fc.constantFrom('c1', 'c2'), enabled: fc.boolean() },
  { requiredKeys: ['enabled'], noNullPrototype: true },
)

const readPlan = async (usagePlanId: string) => planConfigOf(await aws.send(new GetUsagePlanCommand({ usagePlanId })))
const readKey = async (apiKey: string) => keyConfigOf(await aws.send(new GetApiKeyCommand({ apiKey })))

describe('one UpdateUsagePlan turns any plan into exactly any other', () => {
  test('over seeded walks through all fields', async () => {
    const { id: usagePlanId = '' } = await aws.send(new CreateUsagePlanCommand({ name: 'law' }))
    await fc.assert(
      fc.asyncProperty(fc.array(plans(), { minLength: 2, maxLength: 5 }), async (walk) => {
        for (const wanted of walk) {
          const { operations, unreachable } = planPatch(await readPlan(usagePlanId), wanted)
          expect(unreachable).toEqual([])
          if (operations.length > 0)
            await aws.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations: operations }))
          expect(await readPlan(usagePlanId)).toEqual(wanted)
        }
      }),
      { seed: 42, numRuns: 120 },
    )
  })

  test('and nothing is sent where nothing differs', () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        expect(planPatch(plan, plan)).toEqual({ operations: [], unreachable: [] })
      }),
      { seed: 1 },
    )
  })

  test.each<[string, string, (plan: PlanConfig) => PlanConfig]>([
    ['no name', 'name', (plan) => ({ ...plan, name: '' })],
    ['a negative rate', 'throttle.rateLimit', (plan) => ({ ...plan, throttle: { rateLimit: -1, burstLimit: 1 } })],
    ['half a burst', 'throttle.burstLimit', (plan) => ({ ...plan, throttle: { rateLimit: 1, burstLimit: 0.5 } })],
    [
      'an offset out of its period',
      'quota.offset',
      (plan) => ({ ...plan, quota: { limit: 1, period: 'WEEK', offset: 7 } }),
    ],
    ['half a quota', 'quota.limit', (plan) => ({ ...plan, quota: { limit: 1.5, period: 'DAY', offset: 0 } })],
  ])('%s is refused before anything is sent', (_name, field, wish) => {
    const plan: PlanConfig = { name: 'a', apiStages: {} }
    const { operations, unreachable } = planPatch(plan, wish(plan))
    expect(operations).toEqual([])
    expect(unreachable.map((it) => it.field)).toEqual([field])
  })
})

describe('one UpdateApiKey turns any key into exactly any other', () => {
  test('over seeded walks through all fields', async () => {
    const { id: apiKey = '' } = await aws.send(new CreateApiKeyCommand({ name: 'law' }))
    await fc.assert(
      fc.asyncProperty(fc.array(keys, { minLength: 2, maxLength: 5 }), async (walk) => {
        for (const wanted of walk) {
          const { operations } = keyPatch(await readKey(apiKey), wanted)
          if (operations.length > 0) await aws.send(new UpdateApiKeyCommand({ apiKey, patchOperations: operations }))
          expect(await readKey(apiKey)).toEqual(wanted)
        }
      }),
      { seed: 42, numRuns: 100 },
    )
  })

  test('and nothing is sent where nothing differs, or where a text is too long', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(keyPatch(key, key).operations).toEqual([])
      }),
      { seed: 1 },
    )
    const { operations, unreachable } = keyPatch({ enabled: true }, { enabled: false, name: 'x'.repeat(1025) })
    expect([operations, unreachable.map((it) => it.field)]).toEqual([[], ['name']])
  })
})
