import { GetStageCommand, UpdateAccountCommand, type PatchOperation } from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { describeOperation } from '../testing/describe-operation.ts'
import { emulated, testStart } from '../testing/emulated.ts'
import { copy, patch, remove, replace, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway, direct } = await emulated()
  const api = await smallApi(apiGateway)
  const send = (...operations: PatchOperation[]) => patch(apiGateway, api, ...operations)
  return { apiGateway, direct, api, send }
}

const nothingToRemove = (path: string) =>
  `Cannot remove method setting ${path} because there is no method setting for this method `

describeOperation('UpdateStage', {
  accepts: {
    'every leaf is set, and the key is the path as it stands, still escaped': async () => {
      const { send } = await started()
      const leaves = {
        'metrics/enabled': 'true',
        'logging/dataTrace': 'true',
        'logging/loglevel': 'INFO',
        'throttling/burstLimit': '7',
        'throttling/rateLimit': '2.5',
        'caching/enabled': 'true',
        'caching/ttlInSeconds': '60',
        'caching/dataEncrypted': 'true',
        'caching/requireAuthorizationForCacheControl': 'false',
        'caching/unauthorizedCacheControlHeaderStrategy': 'FAIL_WITH_403',
      }
      const operations = Object.entries(leaves).map(([leaf, value]) => replace(`/~1pets~1{id}/GET/${leaf}`, value))
      const { methodSettings } = await send(...operations)
      expect(methodSettings).toEqual({
        '~1pets~1{id}/GET': {
          metricsEnabled: true,
          dataTraceEnabled: true,
          loggingLevel: 'INFO',
          throttlingBurstLimit: 7,
          throttlingRateLimit: 2.5,
          cachingEnabled: true,
          cacheTtlInSeconds: 60,
          cacheDataEncrypted: true,
          requireAuthorizationForCacheControl: false,
          unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
        },
      })
    },
    'they are set, and an empty description or certificate is absent': async () => {
      const { send } = await started()
      const set = await send(
        replace('/description', 'my stage'),
        replace('/clientCertificateId', 'abc'),
        replace('/documentationVersion', 'v1'),
        replace('/tracingEnabled', 'true'),
      )
      expect(set).toMatchObject({
        description: 'my stage',
        clientCertificateId: 'abc',
        documentationVersion: 'v1',
        tracingEnabled: true,
      })
      const cleared = await send(replace('/description', ''), replace('/clientCertificateId', ''))
      expect(cleared).not.toHaveProperty('description')
      expect(cleared).not.toHaveProperty('clientCertificateId')
      await expect(send(replace('/documentationVersion', ''))).rejects.toThrow(
        'Invalid documentation version specified',
      )
    },
    'a boolean that is none is false': async () => {
      const { send } = await started()
      expect(await send(replace('/tracingEnabled', 'not-a-boolean'))).toMatchObject({ tracingEnabled: false })
    },
    'they are made, changed and removed': async () => {
      const { send } = await started()
      await send(replace('/variables/a', '1'), replace('/variables/b', 'x-y.z/?&=,'))
      expect(await send(replace('/variables/a', '2'), remove('/variables/b'))).toMatchObject({ variables: { a: '2' } })
      expect(await send(remove('/variables'))).not.toHaveProperty('variables')
    },
    'a destination alone is enough; both go together': async () => {
      const { send } = await started()
      const destinationArn = 'arn:aws:logs:eu-central-1:111122223333:log-group:none'
      const { accessLogSettings } = await send(replace('/accessLogSettings/destinationArn', destinationArn))
      expect(accessLogSettings).toEqual({ destinationArn })
      const added = await send({ op: 'add', path: '/accessLogSettings/format', value: '$context.requestId' })
      expect(added.accessLogSettings).toEqual({ destinationArn, format: '$context.requestId' })
      await expect(send(remove('/accessLogSettings/destinationArn'))).rejects.toThrow(
        nothingToRemove('accessLogSettings/destinationArn'),
      )
      expect(await send(remove('/accessLogSettings'))).not.toHaveProperty('accessLogSettings')
    },
    'a size without a cluster is kept and nothing starts; a size that is none is refused': async () => {
      const { send } = await started()
      const stage = await send(replace('/cacheClusterSize', '1.6'))
      expect(stage).toMatchObject({ cacheClusterSize: '1.6', cacheClusterStatus: 'NOT_AVAILABLE' })
      await expect(send(replace('/cacheClusterSize', '7'))).rejects.toMatchObject({ name: 'BadRequestException' })
    },
  },
  refuses: {
    'an unknown leaf names what follows resource and method': async () => {
      const { send } = await started()
      await expect(send(replace('/*/*/accessLogSettings/format', 'x'))).rejects.toThrow(
        'Invalid method setting path: accessLogSettings/format. Must be one of: [.../metrics/enabled, ',
      )
    },
    'logging without the role of the account is refused': async () => {
      const { apiGateway, send } = await started()
      await apiGateway.send(new UpdateAccountCommand({ patchOperations: [replace('/cloudwatchRoleArn', '')] }))
      const sentence = 'CloudWatch Logs role ARN must be set in account settings to enable logging'
      await expect(send(replace('/*/*/logging/loglevel', 'INFO'))).rejects.toThrow(sentence)
      await expect(send(replace('/accessLogSettings/format', '$context.requestId'))).rejects.toThrow(sentence)
      await expect(send(replace('/*/*/logging/loglevel', 'OFF'))).resolves.toBeDefined()
    },
    'an unknown path is answered with the whole list': async () => {
      const { send } = await started()
      const refused = send(replace('/tags/tag1', 'x'))
      await expect(refused).rejects.toThrow(
        'Invalid method setting path: /tags/tag1. Must be one of: [/deploymentId, /description, /cacheClusterEnabled, ',
      )
      await expect(refused).rejects.toThrow(
        '/*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, ',
      )
      await expect(refused).rejects.toMatchObject({ name: 'BadRequestException', $metadata: { httpStatusCode: 400 } })
    },
    'a rollback needs a deployment that exists': async () => {
      const { send } = await started()
      await expect(send(replace('/deploymentId', 'gone'))).rejects.toThrow('Deployment id does not exist')
    },
    'unknown verbs are all listed by the framework': async () => {
      const { send } = await started()
      const wrong = (op: string) => ({ op, path: '/description', value: 'x' }) as PatchOperation
      const refused = send(wrong('wrong-op'), replace('/description', 'x'), wrong('other'))
      const set = 'Member must satisfy enum value set: [add, remove, move, test, replace, copy]'
      await expect(refused).rejects.toMatchObject({
        name: 'ValidationException',
        message:
          `2 validation errors detected: Value 'wrong-op' at 'updateStageInput.patchOperations.1.member.op' failed to satisfy constraint: ${set}; ` +
          `Value 'other' at 'updateStageInput.patchOperations.3.member.op' failed to satisfy constraint: ${set}`,
      })
    },
    'one refused operation refuses the request': async () => {
      const { apiGateway, api, send } = await started()
      await expect(send(replace('/description', 'new'), replace('/nope', 'x'))).rejects.toThrow(
        'Invalid method setting',
      )
      expect(await apiGateway.send(new GetStageCommand(api))).not.toHaveProperty('description')
    },
    'names and values are checked with the recorded sentences': async () => {
      const { send } = await started()
      await expect(send(replace('/variables/owner:x', 'a'))).rejects.toThrow(
        'Invalid stage variable name: owner:x.  Please use names with only word characters.',
      )
      await expect(send(replace('/variables/a', ''))).rejects.toThrow(
        "Invalid stage variable value: .  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.",
      )
      await expect(send(replace('/variables/a', '$LATEST'))).rejects.toThrow('Invalid stage variable value: $LATEST.')
    },
    'wrong paths and empty values are refused with the recorded sentences': async () => {
      const { send } = await started()
      await expect(send(replace('/accessLogSettings/other', 'x'))).rejects.toThrow(
        'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
      )
      await expect(send(replace('/accessLogSettings/format', ''))).rejects.toThrow('Access Log value must not be empty')
      await expect(send(remove('/accessLogSettings/*'))).rejects.toThrow(nothingToRemove('accessLogSettings/*'))
    },
    'copy works in the two recorded directions only': async () => {
      const { send } = await started()
      await expect(send(copy('/deploymentId', '/canarySettings/deploymentId'))).rejects.toThrow(
        'Invalid copy operation with path: /canarySettings/deploymentId and from /deploymentId. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]',
      )
    },
  },
  does: {
    'a first patch on a key shows all recorded defaults, without a log level': async () => {
      const { send } = await started()
      const { methodSettings } = await send(replace('/*/*/caching/enabled', 'true'))
      expect(methodSettings).toEqual({
        '*/*': {
          metricsEnabled: false,
          dataTraceEnabled: false,
          throttlingBurstLimit: 5000,
          throttlingRateLimit: 10000,
          cachingEnabled: true,
          cacheTtlInSeconds: 300,
          cacheDataEncrypted: false,
          requireAuthorizationForCacheControl: true,
          unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
        },
      })
    },
    'a new override takes the rest from */*, and a later change of */* passes it by': async () => {
      const { send } = await started()
      const first = await send(
        replace('/*/*/throttling/burstLimit', '123'),
        replace('/*/*/caching/enabled', 'true'),
        replace('/test/GET/throttling/burstLimit', '124'),
      )
      expect(first.methodSettings?.['test/GET']).toMatchObject({ cachingEnabled: true, throttlingBurstLimit: 124 })
      const { methodSettings } = await send(replace('/*/*/throttling/burstLimit', '100'))
      expect(methodSettings?.['*/*']?.throttlingBurstLimit).toBe(100)
      expect(methodSettings?.['test/GET']?.throttlingBurstLimit).toBe(124)
    },
    'an override goes alone, and only if it is there': async () => {
      const { send } = await started()
      await send(replace('/*/*/metrics/enabled', 'true'), replace('/~1pets/GET/metrics/enabled', 'true'))
      const { methodSettings } = await send(remove('/*/*'))
      expect(Object.keys(methodSettings ?? {})).toEqual(['~1pets/GET'])
      await expect(send(remove('/*/*'))).rejects.toThrow(nothingToRemove('*/*'))
    },
    'enabling makes a cluster of the smallest size that is available after a while; disabling drops it': async () => {
      const { apiGateway, direct, api, send } = await started()
      expect(await send(replace('/cacheClusterEnabled', 'true'))).toMatchObject({
        cacheClusterSize: '0.5',
        cacheClusterStatus: 'CREATE_IN_PROGRESS',
      })
      await direct('POST', 'clock', { advanceSeconds: 5 })
      const read = () => apiGateway.send(new GetStageCommand(api))
      expect(await read()).toMatchObject({ cacheClusterStatus: 'AVAILABLE' })
      expect(await send(replace('/cacheClusterSize', '6.1'))).toMatchObject({
        cacheClusterStatus: 'CREATE_IN_PROGRESS',
      })
      await direct('POST', 'clock', { advanceSeconds: 5 })
      const dropped = await send(replace('/cacheClusterEnabled', 'false'))
      expect(dropped).toMatchObject({ cacheClusterStatus: 'DELETE_IN_PROGRESS' })
      await direct('POST', 'clock', { advanceSeconds: 5 })
      expect(await read()).toMatchObject({ cacheClusterStatus: 'NOT_AVAILABLE' })
    },
    'an update is dated by the world clock, in whole seconds': async () => {
      const { direct, send } = await started()
      await direct('POST', 'clock', { advanceSeconds: 90.5 })
      const { createdDate, lastUpdatedDate } = await send(replace('/description', 'x'))
      expect(createdDate?.getTime()).toBe(testStart)
      expect(lastUpdatedDate?.getTime()).toBe(testStart + 90_000)
    },
  },
})
