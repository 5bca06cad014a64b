import {
  CreateDeploymentCommand,
  CreateRestApiCommand,
  DeleteDeploymentCommand,
  DeleteMethodCommand,
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetStageCommand,
  PutMethodCommand,
  UpdateDeploymentCommand,
  type CreateDeploymentCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { testStart } from '../testing/emulated.ts'
import { patch, putMock, remove, replace, smallApi } from '../testing/small-api.ts'

const unknown = 'Invalid Deployment identifier specified'
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', deploymentId: 'none' }

async function withApi({ apiGateway, send }: World) {
  const api = await smallApi(apiGateway)
  const { restApiId } = api
  const deploy = (more: Partial<CreateDeploymentCommandInput> = {}) =>
    send(new CreateDeploymentCommand({ restApiId, ...more }))
  const stage = (stageName: string) => send(new GetStageCommand({ restApiId, stageName }))
  return { api, restApiId, deploy, stage, absent: { restApiId, deploymentId: 'none' } }
}

describeOperation('CreateDeployment', {
  accepts: {
    'a description, and what a new stage shall be': async (world) => {
      const { deploy, stage } = await withApi(world)
      expect(await deploy({ description: 'pets 2' })).toMatchObject({ description: 'pets 2' })
      const asked = { variables: { a: '1' }, tracingEnabled: true, cacheClusterEnabled: true } as const
      const { id } = await deploy({ ...asked, stageName: 's9', stageDescription: 'nine', cacheClusterSize: '1.6' })
      expect(await stage('s9')).toMatchObject({
        ...asked,
        deploymentId: id,
        description: 'nine',
        cacheClusterSize: '1.6',
      })
    },
  },
  refuses: {
    'an API without methods, with one that leads nowhere, and unknown ones': async (world) => {
      const { deploy, api } = await withApi(world)
      const empty = await world.send(new CreateRestApiCommand({ name: 'empty' }))
      await refused(deploy({ restApiId: empty.id }), 400, "The REST API doesn't contain any methods")
      const method = { restApiId: api.restApiId, resourceId: api.rootId, httpMethod: 'PUT', authorizationType: 'NONE' }
      await world.send(new PutMethodCommand(method))
      await refused(deploy(), 400, 'No integration defined for method')
      await refused(deploy({ restApiId: 'none' }), 404, unknownApi(world))
    },
    'a canary release without a stage that exists (recorded)': async (world) => {
      const { deploy } = await withApi(world)
      const canarySettings = { percentTraffic: 1 }
      const invalid = 'Invalid deployment content specified.'
      const empty = `${invalid}Non null and non empty stageName must be provided for canary deployment. Provided value is `
      await refused(deploy({ canarySettings }), 400, `${empty}null`)
      await refused(deploy({ canarySettings, stageName: '' }), 400, empty)
      const absent = `${invalid}Stage non-existing must already be created before making a canary release deployment`
      await refused(deploy({ canarySettings, stageName: 'non-existing' }), 400, absent)
    },
    'stages and variables that can’t be': async (world) => {
      const { deploy } = await withApi(world)
      await refused(deploy({ stageName: 'a b' }), 400, 'Stage name only allows a-zA-Z0-9_')
      const name = 'Invalid stage variable name: a:b.  Please use names with only word characters.'
      await refused(deploy({ variables: { 'a:b': 'x' } }), 400, name)
    },
  },
  does: {
    'a deployment has an id and a date, a description only if given (recorded)': async (world) => {
      const { deploy } = await withApi(world)
      const made = await deploy()
      expect(await bare(Promise.resolve(made))).toEqual({
        id: expect.stringMatching(/^[a-z0-9]{6}$/),
        createdDate: new Date(testStart),
      })
      expect(made.$metadata.httpStatusCode).toBe(201)
    },
    'a known stage moves to it, and keeps what it has': async (world) => {
      const { deploy, stage } = await withApi(world)
      await deploy({ stageName: 's9', variables: { a: '1' }, tracingEnabled: true })
      const { id } = await deploy({ stageName: 's9' })
      expect(await stage('s9')).toMatchObject({ deploymentId: id, variables: { a: '1' }, tracingEnabled: true })
    },
    'with canary settings only the canary changes, one that was there is replaced (recorded)': async (world) => {
      const { api, deploy, stage } = await withApi(world)
      const release = (percentTraffic: number, stageVariableOverrides: Record<string, string>) =>
        deploy({ stageName: 's1', canarySettings: { percentTraffic, stageVariableOverrides } })
      await release(40, { v: '1' })
      const { id } = await release(50, { w: '2' })
      const { deploymentId, canarySettings } = await stage('s1')
      expect(deploymentId).toBe(api.deploymentId)
      const canary = { percentTraffic: 50, useStageCache: false, stageVariableOverrides: { w: '2' } }
      expect(canarySettings).toEqual({ ...canary, deploymentId: id })
      const { id: third } = await deploy({ stageName: 's1' })
      expect(await stage('s1')).toMatchObject({
        deploymentId: api.deploymentId,
        canarySettings: { ...canary, deploymentId: third },
      })
    },
  },
})

describeOperation('GetDeployment', {
  accepts: {
    'an id, and whether a summary is wanted': async (world) => {
      const { api } = await withApi(world)
      expect(await world.send(new GetDeploymentCommand(api))).not.toHaveProperty('apiSummary')
      const summed = await world.send(new GetDeploymentCommand({ ...api, embed: ['apisummary'] }))
      expect(summed).toHaveProperty('apiSummary')
    },
  },
  refuses: {
    'unknown deployments and APIs': async (world) => {
      await refused(world.send(new GetDeploymentCommand((await withApi(world)).absent)), 404, unknown)
      await refused(world.send(new GetDeploymentCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it shows what the API was at the time': async (world) => {
      const { api } = await withApi(world)
      const { restApiId, petsId, rootId } = api
      await world.send(new DeleteMethodCommand({ restApiId, resourceId: petsId, httpMethod: 'GET' }))
      await putMock(world.apiGateway, { restApiId, resourceId: rootId, httpMethod: 'POST' })
      const { apiSummary } = await world.send(new GetDeploymentCommand({ ...api, embed: ['apisummary'] }))
      expect(apiSummary).toEqual({ '/pets': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } })
    },
  },
})

describeOperation('GetDeployments', {
  accepts: {
    'limits of up to 500, and below 0 for none': async (world) => {
      const { restApiId, deploy } = await withApi(world)
      for (let count = 1; count < 27; count++) await deploy()
      const list = async (limit: number) =>
        (await world.send(new GetDeploymentsCommand({ restApiId, limit }))).items?.length
      expect(await list(500)).toBe(27)
      expect(await list(-1)).toBe(0)
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { restApiId } = await withApi(world)
      const list = new GetDeploymentsCommand({ restApiId, position: 'not ours' })
      await refused(world.send(list), 400, wrongPosition)
      await refused(world.send(new GetDeploymentsCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'lists come in pages of 25 unless asked otherwise': async (world) => {
      const { restApiId, deploy } = await withApi(world)
      for (let count = 1; count < 30; count++) await deploy()
      const first = await world.send(new GetDeploymentsCommand({ restApiId }))
      expect(first.items).toHaveLength(25)
      const last = await world.send(new GetDeploymentsCommand({ restApiId, position: first.position }))
      expect(last.items).toHaveLength(5)
      expect(last.position).toBeUndefined()
    },
  },
})

const described = [replace('/description', 'new')]

describeOperation('UpdateDeployment', {
  accepts: {
    'a description': async (world) => {
      const { api } = await withApi(world)
      const update = new UpdateDeploymentCommand({ ...api, patchOperations: described })
      expect(await world.send(update)).toMatchObject({ id: api.deploymentId, description: 'new' })
    },
  },
  refuses: {
    'every other path and verb, unknown deployments and APIs': async (world) => {
      const { api, absent } = await withApi(world)
      const update = (patchOperations: (typeof described)[number][]) =>
        world.send(new UpdateDeploymentCommand({ ...api, patchOperations }))
      await refused(update([replace('/id', 'x')]), 400, 'Invalid patch path /id')
      const verbs = 'Invalid patch operation specified. Must be one of: [replace]'
      await refused(update([remove('/description')]), 400, verbs)
      await refused(world.send(new UpdateDeploymentCommand(absent)), 404, unknown)
      await refused(world.send(new UpdateDeploymentCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'the description is kept, an empty one takes it away': async (world) => {
      const { api } = await withApi(world)
      await world.send(new UpdateDeploymentCommand({ ...api, patchOperations: described }))
      expect(await world.send(new GetDeploymentCommand(api))).toMatchObject({ description: 'new' })
      const patchOperations = [replace('/description', '')]
      await world.send(new UpdateDeploymentCommand({ ...api, patchOperations }))
      expect(await world.send(new GetDeploymentCommand(api))).not.toHaveProperty('description')
    },
  },
})

describeOperation('DeleteDeployment', {
  accepts: {
    'one that no stage points at': async (world) => {
      const { restApiId, deploy } = await withApi(world)
      const { id: deploymentId } = await deploy()
      expect(await statusOf(world.send(new DeleteDeploymentCommand({ restApiId, deploymentId })))).toBe(202)
    },
  },
  refuses: {
    'one in use, by a stage or by a canary; unknown ones': async (world) => {
      const { api, restApiId, deploy, absent } = await withApi(world)
      const active = 'Active stages pointing to this deployment must be moved or deleted'
      await refused(world.send(new DeleteDeploymentCommand(api)), 400, active)
      const { id: deploymentId = '' } = await deploy()
      await patch(world.apiGateway, api, replace('/canarySettings/deploymentId', deploymentId))
      await refused(world.send(new DeleteDeploymentCommand({ restApiId, deploymentId })), 400, active)
      await refused(world.send(new DeleteDeploymentCommand(absent)), 404, unknown)
      await refused(world.send(new DeleteDeploymentCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it is gone, and no stage can go back to it': async (world) => {
      const { api, restApiId, deploy } = await withApi(world)
      const { id: deploymentId = '' } = await deploy()
      await world.send(new DeleteDeploymentCommand({ restApiId, deploymentId }))
      await refused(world.send(new GetDeploymentCommand({ restApiId, deploymentId })), 404, unknown)
      const back = patch(world.apiGateway, api, replace('/deploymentId', deploymentId))
      await refused(back, 400, 'Deployment id does not exist')
    },
  },
})
