import {
  CreateAuthorizerCommand,
  CreateStageCommand,
  CreateUsagePlanCommand,
  DeleteStageCommand,
  FlushStageAuthorizersCacheCommand,
  FlushStageCacheCommand,
  GetStageCommand,
  GetStagesCommand,
  GetUsagePlanCommand,
  type CreateStageCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { calledApi } from '../testing/calls-to-stage.ts'
import {
  bare,
  describeOperation,
  invalid,
  refused,
  statusOf,
  unsignedRefusal,
  type World,
} from '../testing/describe-operation.ts'
import { emulated, testPlace, testStart } from '../testing/emulated.ts'
import { patch, replace, smallApi } from '../testing/small-api.ts'
import { makeFunction, uriOf } from '../testing/world-functions.ts'
import { kinds } from './records.ts'

const unknownStage = 'Invalid stage identifier specified'
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', stageName: 's1' }

async function withApi({ apiGateway, send }: World) {
  const api = await smallApi(apiGateway)
  const { restApiId, deploymentId } = api
  const create = (more: Partial<CreateStageCommandInput> = {}) =>
    send(new CreateStageCommand({ restApiId, deploymentId, stageName: 's2', ...more }))
  const absent = { restApiId, stageName: 'absent' }
  return { api, restApiId, create, absent }
}

describeOperation('CreateStage', {
  accepts: {
    'all that it can bring': async (world) => {
      const { create, api } = await withApi(world)
      const asked = {
        description: 'two',
        documentationVersion: 'v123',
        variables: { a: '1' },
        tracingEnabled: true,
        cacheClusterEnabled: true,
        cacheClusterSize: '1.6',
        tags: { team: 'x' },
        canarySettings: { deploymentId: api.deploymentId, percentTraffic: 5, stageVariableOverrides: { a: '2' } },
      } as const
      expect(await create(asked)).toMatchObject({ ...asked, cacheClusterStatus: 'CREATE_IN_PROGRESS' })
    },
  },
  refuses: {
    'names, duplicates, deployments, variables and sizes that can’t be': async (world) => {
      const { create } = await withApi(world)
      await refused(create({ stageName: 's1' }), 409, 'Stage already exists')
      await refused(create({ stageName: 'a b' }), 400, 'Stage name only allows a-zA-Z0-9_')
      await refused(create({ deploymentId: 'gone' }), 400, 'Deployment id does not exist')
      const name = 'Invalid stage variable name: a:b.  Please use names with only word characters.'
      await refused(create({ variables: { 'a:b': 'x' } }), 400, name)
      await invalid(
        create({ cacheClusterSize: '3' as '0.5' }),
        "Value '3' at 'createStageInput.cacheClusterSize' failed to satisfy constraint: Member must satisfy enum value set: [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]",
      )
      await refused(create({ restApiId: 'none' }), 404, unknownApi(world))
    },
    'a canary of a deployment that isn’t there': async (world) => {
      const { create } = await withApi(world)
      await refused(create({ canarySettings: { deploymentId: 'gone' } }), 400, 'Deployment id does not exist')
    },
  },
  does: {
    'a new stage has the recorded shape, and nothing else': async (world) => {
      const { create, api } = await withApi(world)
      const stage = await bare(create())
      const expected = {
        stageName: 's2',
        deploymentId: api.deploymentId,
        cacheClusterEnabled: false,
        cacheClusterStatus: 'NOT_AVAILABLE',
        methodSettings: {},
        tracingEnabled: false,
        createdDate: new Date(testStart),
        lastUpdatedDate: new Date(testStart),
      }
      expect(stage).toEqual(expected)
      expect(await bare(world.send(new GetStageCommand({ ...api, stageName: 's2' })))).toEqual(expected)
    },
  },
})

describeOperation('GetStage', {
  accepts: {
    'the name of a stage': async (world) => {
      expect(await statusOf(world.send(new GetStageCommand((await withApi(world)).api)))).toBe(200)
    },
  },
  refuses: {
    'unknown names, unknown APIs, and nobody’s call': async (world) => {
      const { absent, api } = await withApi(world)
      await refused(world.send(new GetStageCommand(absent)), 404, unknownStage)
      await refused(world.send(new GetStageCommand(noApi)), 404, unknownApi(world))
      await refused(world.unsigned(new GetStageCommand(api)), 403, unsignedRefusal)
    },
  },
  does: {
    'doubles and dates go over the wire as recorded': async (world) => {
      const { api } = await withApi(world)
      const percent = replace('/canarySettings/percentTraffic', '50')
      await patch(world.apiGateway, api, percent, replace('/*/*/metrics/enabled', 'true'))
      expect(await world.send(new GetStageCommand(api))).toMatchObject({ canarySettings: { percentTraffic: 50 } })
      const authorization = `AWS4-HMAC-SHA256 Credential=${world.account}/20260115/eu-central-1/apigateway/aws4_request`
      const at = `${world.url}/restapis/${api.restApiId}/stages/s1`
      const text = await (await fetch(at, { headers: { authorization } })).text()
      expect(text).toContain('"percentTraffic":50.0')
      expect(text).toContain('"throttlingRateLimit":10000.0')
      expect(text).toContain(`"createdDate":${testStart / 1000}`)
    },
  },
})

describeOperation('GetStages', {
  accepts: {
    'a deployment, by which the stages are filtered (recorded)': async (world) => {
      const { restApiId, api, create } = await withApi(world)
      await create()
      const list = async (deploymentId: string) =>
        (await world.send(new GetStagesCommand({ restApiId, deploymentId }))).item
      expect(await list(api.deploymentId)).toHaveLength(2)
      expect(await list('other')).toEqual([])
    },
  },
  refuses: {
    'unknown APIs': (world) => refused(world.send(new GetStagesCommand(noApi)), 404, unknownApi(world)),
  },
  does: {
    'stages are listed whole, however many': async (world) => {
      const { restApiId, create } = await withApi(world)
      for (let n = 2; n <= 30; n++) await create({ stageName: `s${n}` })
      expect((await world.send(new GetStagesCommand({ restApiId }))).item).toHaveLength(30)
    },
  },
})

describeOperation('DeleteStage', {
  accepts: {
    'the name of a stage': async (world) => {
      expect(await statusOf(world.send(new DeleteStageCommand((await withApi(world)).api)))).toBe(202)
    },
  },
  refuses: {
    'unknown names and APIs': async (world) => {
      await refused(world.send(new DeleteStageCommand((await withApi(world)).absent)), 404, unknownStage)
      await refused(world.send(new DeleteStageCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'the stage is gone, from its plans and for its callers': async (world) => {
      const { api, restApiId } = await withApi(world)
      const apiStages = [{ apiId: restApiId, stage: 's1' }]
      const { id } = await world.send(new CreateUsagePlanCommand({ name: 'gold', apiStages }))
      await world.send(new DeleteStageCommand(api))
      await refused(world.send(new GetStageCommand(api)), 404, unknownStage)
      expect(await world.send(new GetUsagePlanCommand({ usagePlanId: id }))).toMatchObject({ apiStages: [] })
      expect((await fetch(`${world.url}/restapis/${restApiId}/s1/_user_request_/pets`)).status).toBe(403)
    },
  },
})

describeOperation('FlushStageCache', {
  accepts: {
    'a stage without a cluster, where it does nothing': async (world) => {
      const { api } = await withApi(world)
      expect(await statusOf(world.send(new FlushStageCacheCommand(api)))).toBe(202)
      expect(await world.send(new GetStageCommand(api))).toMatchObject({ cacheClusterStatus: 'NOT_AVAILABLE' })
    },
  },
  refuses: {
    'unknown names and APIs': async (world) => {
      await refused(world.send(new FlushStageCacheCommand((await withApi(world)).absent)), 404, unknownStage)
      await refused(world.send(new FlushStageCacheCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it shows while it lasts': async () => {
      const { apiGateway, direct } = await emulated()
      const api = await smallApi(apiGateway)
      const pass = () => direct('POST', 'clock', { advanceSeconds: 10 })
      const status = async () => (await apiGateway.send(new GetStageCommand(api))).cacheClusterStatus
      await patch(apiGateway, api, replace('/cacheClusterEnabled', 'true'))
      await pass()
      await apiGateway.send(new FlushStageCacheCommand(api))
      expect(await status()).toBe('FLUSH_IN_PROGRESS')
      await pass()
      expect(await status()).toBe('AVAILABLE')
    },
  },
})

describeOperation('FlushStageAuthorizersCache', {
  accepts: {
    'a stage, with authorizers or without': async (world) => {
      expect(await statusOf(world.send(new FlushStageAuthorizersCacheCommand((await withApi(world)).api)))).toBe(202)
    },
  },
  refuses: {
    'unknown names and APIs': async (world) => {
      const { absent } = await withApi(world)
      await refused(world.send(new FlushStageAuthorizersCacheCommand(absent)), 404, unknownStage)
      await refused(world.send(new FlushStageAuthorizersCacheCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'the next call asks the authorizer again': async () => {
      const called = await calledApi()
      const { apiGateway, api, call, put, deploy, emulator } = called
      const { restApiId } = api
      await makeFunction(called, 'guard', { $LATEST: { tokens: { good: { principalId: 'ann' } } } })
      const guard = { restApiId, name: 'guard', type: 'TOKEN', authorizerUri: uriOf('guard') } as const
      const { id: authorizerId } = await apiGateway.send(new CreateAuthorizerCommand(guard))
      await put('who', { authorizationType: 'CUSTOM', authorizerId }, {})
      await deploy()
      const status = async () => (await call('/who', { headers: { authorization: 'good' } })).status
      expect(await status()).toBe(200)
      const gone = { ...testPlace, kind: kinds.worldFunction, id: 'guard', value: undefined }
      emulator.store.commit([gone])
      expect(await status()).toBe(200)
      await apiGateway.send(new FlushStageAuthorizersCacheCommand(api))
      expect(await status()).toBe(500)
    },
  },
})
