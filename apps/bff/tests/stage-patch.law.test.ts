import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetStageCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateAccountCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway'
import { startEmulator, type RunningEmulator } from '@callboard/aws-emulator/server'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stageConfigs } from '../src/aws/stage-config.arbitrary.ts'
import { configOf, methodSettingDefaults, normalise } from '../src/aws/stage-config.ts'
import { stagePatch } from '../src/aws/stage-patch.ts'

let emulator: RunningEmulator
let aws: APIGatewayClient
let restApiId: string
let deployments: string[]

beforeAll(async () => {
  emulator = await startEmulator({ world: 'empty', speed: 1 })
  aws = new APIGatewayClient({
    endpoint: emulator.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: '000000000001', secretAccessKey: 'x' },
  })
  const api = await aws.send(new CreateRestApiCommand({ name: 'law' }))
  restApiId = api.id!
  const root = { restApiId, resourceId: api.rootResourceId!, httpMethod: 'GET' }
  await aws.send(new PutMethodCommand({ ...root, authorizationType: 'NONE' }))
  await aws.send(new PutIntegrationCommand({ ...root, type: 'MOCK' }))
  const patchOperations = [
    { op: 'replace' as const, path: '/cloudwatchRoleArn', value: 'arn:aws:iam::000000000001:role/logs' },
  ]
  await aws.send(new UpdateAccountCommand({ patchOperations }))
  deployments = []
  for (let n = 0; n < 4; n++) deployments.push((await aws.send(new CreateDeploymentCommand({ restApiId }))).id!)
})
afterAll(() => emulator.close())

const anyConfig = () => stageConfigs(deployments)

let stageCount = 0

async function newStage(): Promise<string> {
  const stageName = `s${stageCount++}`
  await aws.send(new CreateStageCommand({ restApiId, stageName, deploymentId: deployments[0]! }))
  return stageName
}

/** Read back with the SDK, as anyone would, not from the emulator's store. */
const read = async (stageName: string): Promise<StageConfig> =>
  configOf(await aws.send(new GetStageCommand({ restApiId, stageName })))

/** One UpdateStage at the most; false where the differ says that it can't be done. */
async function lead(stageName: string, to: StageConfig): Promise<boolean> {
  const { operations, unreachable } = stagePatch(await read(stageName), to)
  if (unreachable.length > 0) return false
  if (operations.length > 0)
    await aws.send(new UpdateStageCommand({ restApiId, stageName, patchOperations: operations }))
  return true
}

describe('one UpdateStage turns any config into exactly any other', () => {
  test('over seeded walks through all fields', async () => {
    let steps = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyConfig(), { minLength: 2, maxLength: 6 }), async (walk) => {
        const stage = await newStage()
        for (const config of walk) {
          const before = await read(stage)
          if (await lead(stage, config)) {
            expect(await read(stage)).toEqual(config)
            steps++
          } else {
            expect(before.documentationVersion).toBeDefined()
            expect(config.documentationVersion).toBeUndefined()
            expect(await read(stage)).toEqual(before)
          }
        }
      }),
      { seed: 42, numRuns: 150 },
    )
    expect(steps).toBeGreaterThan(300)
  })

  test('and nothing is sent where nothing differs', () => {
    fc.assert(
      fc.property(anyConfig(), (config) => {
        expect(stagePatch(config, config)).toEqual({ operations: [], unreachable: [] })
      }),
      { seed: 1 },
    )
  })
})

describe('hand-picked ways', () => {
  const base = (extra: Partial<StageConfig> = {}): StageConfig =>
    normalise({ deploymentId: deployments[0]!, cacheClusterEnabled: false, tracingEnabled: false, ...extra })
  const override = { ...methodSettingDefaults, cachingEnabled: true }
  const canary = (n: number, extra = {}) => ({
    deploymentId: deployments[n]!,
    percentTraffic: 25,
    useStageCache: true,
    ...extra,
  })

  const ways: [string, () => StageConfig[]][] = [
    [
      'an override dropped while the default of all methods changes',
      () => [
        base({ methodSettings: { '*/*': override, '~1pets~1{id}/GET': { ...override, cacheTtlInSeconds: 60 } } }),
        base({ methodSettings: { '*/*': { ...override, throttlingBurstLimit: 7, loggingLevel: 'INFO' } } }),
      ],
    ],
    [
      'an override made while the default of all methods changes',
      () => [
        base({ methodSettings: { '*/*': override } }),
        base({
          methodSettings: {
            '*/*': { ...override, metricsEnabled: true },
            '~1/GET': { ...override, cachingEnabled: false },
          },
        }),
      ],
    ],
    [
      'a log format gone while its destination stays',
      () => [
        base({
          accessLogSettings: {
            destinationArn: 'arn:aws:logs:eu-central-1:1:log-group:a',
            format: '$context.requestId',
          },
        }),
        base({ accessLogSettings: { destinationArn: 'arn:aws:logs:eu-central-1:1:log-group:a' } }),
      ],
    ],
    [
      'a canary made with overrides',
      () => [base(), base({ canarySettings: canary(1, { stageVariableOverrides: { a: '1', b: '2' } }) })],
    ],
    [
      'a canary emptied of its overrides',
      () => [
        base({ canarySettings: canary(1, { stageVariableOverrides: { a: '1', b: '2' } }) }),
        base({ canarySettings: canary(1) }),
      ],
    ],
    [
      'a canary moved to another deployment',
      () => [base({ canarySettings: canary(1) }), base({ canarySettings: canary(2) })],
    ],
    [
      'a canary removed while the base moves',
      () => [base({ canarySettings: canary(1) }), base({ deploymentId: deployments[2]! })],
    ],
    [
      'a base moved under a canary that stays',
      () => [
        base({ canarySettings: canary(1, { stageVariableOverrides: { a: '1' } }) }),
        base({ deploymentId: deployments[2]!, canarySettings: canary(1, { stageVariableOverrides: { a: '1' } }) }),
      ],
    ],
    [
      "a base moved to the canary's deployment while the canary stays",
      () => [base({ canarySettings: canary(1) }), base({ deploymentId: deployments[1]!, canarySettings: canary(1) })],
    ],
    [
      'base and canary changing places',
      () => [base({ canarySettings: canary(1) }), base({ deploymentId: deployments[1]!, canarySettings: canary(0) })],
    ],
    [
      'a cache turned on with a size, resized and turned off',
      () => [
        base({ cacheClusterEnabled: true, cacheClusterSize: '1.6' }),
        base({ cacheClusterEnabled: true, cacheClusterSize: '6.1' }),
        base(),
      ],
    ],
    ['texts taken away', () => [base({ description: 'x', clientCertificateId: 'cert01' }), base()]],
  ]

  test.each(ways)('%s', async (_name, way) => {
    const stage = await newStage()
    for (const config of way()) {
      expect(await lead(stage, config)).toBe(true)
      expect(await read(stage)).toEqual(config)
    }
  })

  test.each<[string, string, () => Partial<StageConfig>]>([
    ['a stage without a deployment', 'deploymentId', () => ({ deploymentId: undefined })],
    ['an empty variable', 'variables.empty', () => ({ variables: { empty: '' } })],
    ['a variable of illegal characters', 'variables.alias', () => ({ variables: { alias: '$LATEST' } })],
    ['a variable of an illegal name', 'variables.a-b', () => ({ variables: { 'a-b': 'x' } })],
    [
      'an empty override',
      'canarySettings.stageVariableOverrides.a',
      () => ({ canarySettings: canary(1, { stageVariableOverrides: { a: '' } }) }),
    ],
    [
      'a share above 100 %',
      'canarySettings.percentTraffic',
      () => ({ canarySettings: { ...canary(1), percentTraffic: 101 } }),
    ],
    [
      'a share that is no number',
      'canarySettings.percentTraffic',
      () => ({ canarySettings: { ...canary(1), percentTraffic: Number.NaN } }),
    ],
    ['a cluster without a size', 'cacheClusterSize', () => ({ cacheClusterEnabled: true })],
    [
      'a TTL above an hour',
      'methodSettings.*/*.cacheTtlInSeconds',
      () => ({ methodSettings: { '*/*': { ...override, cacheTtlInSeconds: 3601 } } }),
    ],
    [
      "a method key that isn't escaped",
      'methodSettings./a/{b}/GET',
      () => ({ methodSettings: { '/a/{b}/GET': override } }),
    ],
    ['an empty log format', 'accessLogSettings.format', () => ({ accessLogSettings: { format: '' } })],
  ])('%s is refused before anything is sent', (_name, field, wish) => {
    const before = base({ methodSettings: { '*/*': { ...override, cacheTtlInSeconds: 1 } } })

    expect(stagePatch(before, { ...before, ...wish() }).unreachable.map((it) => it.field)).toContain(field)
  })

  test('a documentation version is not taken off', () => {
    expect(stagePatch(base({ documentationVersion: '1.0' }), base()).unreachable.map((it) => it.field)).toEqual([
      'documentationVersion',
    ])
  })
})
