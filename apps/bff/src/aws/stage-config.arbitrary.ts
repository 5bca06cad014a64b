import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import fc from 'fast-check'
import { normalise } from './stage-config.ts'

const oneOf = (characters: string) => fc.constantFrom(...characters.split(''))

const variableName = fc.constantFrom('alias', 'host', 'lambdaAlias', 'x_1')
const variableValue = fc.string({ unit: oneOf('abcXYZ019-._~:/?#&=,'), minLength: 1, maxLength: 12 })
const text = fc.string({ unit: oneOf('abc XYZ,.é'), minLength: 1, maxLength: 20 }).filter((t) => t.trim() === t)

/** The root, a nested path, one with a parameter, one with a tilde, and the default of all methods. */
const methodKeys = ['*/*', '~1/GET', '~1pets/POST', '~1pets~1{id}/GET', '~1a~0b/DELETE']

const methodSetting: fc.Arbitrary<MethodSetting> = fc.record({
  metricsEnabled: fc.boolean(),
  loggingLevel: fc.constantFrom('OFF', 'ERROR', 'INFO'),
  dataTraceEnabled: fc.boolean(),
  throttlingBurstLimit: fc.integer({ min: 0, max: 5000 }),
  throttlingRateLimit: fc.constantFrom(0, 0.5, 10, 100.25, 10_000),
  cachingEnabled: fc.boolean(),
  cacheTtlInSeconds: fc.integer({ min: 0, max: 3600 }),
  cacheDataEncrypted: fc.boolean(),
  requireAuthorizationForCacheControl: fc.boolean(),
  unauthorizedCacheControlHeaderStrategy: fc.constantFrom(
    'FAIL_WITH_403',
    'SUCCEED_WITH_RESPONSE_HEADER',
    'SUCCEED_WITHOUT_RESPONSE_HEADER',
  ),
})

const variables = fc.dictionary(variableName, variableValue, { maxKeys: 4 })

const cache = fc.oneof(
  fc.constant({ cacheClusterEnabled: false }),
  fc.record({
    cacheClusterEnabled: fc.constant(true),
    cacheClusterSize: fc.constantFrom('0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'),
  }),
)

const accessLog = fc.record(
  {
    destinationArn: fc.constantFrom(
      'arn:aws:logs:eu-central-1:123456789012:log-group:one',
      'arn:aws:logs:eu-central-1:123456789012:log-group:two',
    ),
    format: fc.constantFrom('$context.requestId', '{"id":"$context.requestId","status":"$context.status"}'),
  },
  { requiredKeys: [] },
)

const canary = (deployments: string[]) =>
  fc.record(
    {
      deploymentId: fc.constantFrom(...deployments),
      percentTraffic: fc.constantFrom(0, 0.5, 10, 33.3, 100),
      useStageCache: fc.boolean(),
      stageVariableOverrides: variables,
    },
    { requiredKeys: ['deploymentId', 'percentTraffic', 'useStageCache'] },
  )

/** Any config of a stage, in normal form, that points at some of these deployments. */
export const stageConfigs = (deployments: string[]): fc.Arbitrary<StageConfig> =>
  fc
    .tuple(
      fc.record(
        {
          deploymentId: fc.constantFrom(...deployments),
          tracingEnabled: fc.boolean(),
          description: text,
          documentationVersion: fc.constantFrom('1.0', '2.0'),
          clientCertificateId: fc.constantFrom('cert01', 'cert02'),
          variables,
          methodSettings: fc.dictionary(fc.constantFrom(...methodKeys), methodSetting, { maxKeys: 4 }),
          accessLogSettings: accessLog,
          canarySettings: canary(deployments),
        },
        { requiredKeys: ['deploymentId', 'tracingEnabled'] },
      ),
      cache,
    )
    .map(([rest, cluster]) => normalise({ ...rest, ...cluster }))
