import {
  CreateRestApiCommand,
  DeleteRestApiCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetStageCommand,
  UpdateRestApiCommand,
  type CreateRestApiCommandInput,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import {
  bare,
  describeOperation,
  invalid,
  refused,
  statusOf,
  wrongPosition,
  type World,
} from '../testing/describe-operation.ts'
import { clientsOf, testStart } from '../testing/emulated.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'

const creator =
  ({ send }: World) =>
  (more: Partial<CreateRestApiCommandInput> = {}) =>
    send(new CreateRestApiCommand({ name: 'pets', ...more }))
const unknown = ({ account }: World, id = 'none') => `Invalid API identifier specified ${account}:${id}`
const none = { restApiId: 'none' }
const add = (path: string, value?: string): PatchOperation => ({ op: 'add', path, value })

describeOperation('CreateRestApi', {
  accepts: {
    'all that an API has': async (world) => {
      const asked = {
        description: 'd',
        version: '1',
        binaryMediaTypes: ['image/png'],
        minimumCompressionSize: 0,
        apiKeySource: 'AUTHORIZER',
        policy: '{}',
        tags: { team: 'x' },
        disableExecuteApiEndpoint: true,
        endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'dualstack' },
      } satisfies Partial<CreateRestApiCommandInput>
      expect(await creator(world)(asked)).toMatchObject(asked)
    },
    'a private API, which is dual-stack': async (world) => {
      const { endpointConfiguration } = await creator(world)({ endpointConfiguration: { types: ['PRIVATE'] } })
      expect(endpointConfiguration).toEqual({ types: ['PRIVATE'], ipAddressType: 'dualstack' })
    },
  },
  refuses: {
    'what can’t be, with the recorded sentences': async (world) => {
      const create = creator(world)
      await refused(create({ description: '' }), 400, 'Description cannot be an empty string')
      const compression = 'Invalid minimum compression size, must be between 0 and 10485760'
      await refused(create({ minimumCompressionSize: 10485761 }), 400, compression)
      const endpoint = (endpointConfiguration: CreateRestApiCommandInput['endpointConfiguration']) =>
        create({ endpointConfiguration })
      const neither = 'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.'
      await refused(endpoint({ types: [] }), 400, neither)
      const several = 'Cannot create an api with multiple Endpoint Types.'
      await refused(endpoint({ types: ['EDGE', 'REGIONAL'] }), 400, several)
      const stack = 'Only dualstack ipAddressType is supported for Private APIs.'
      await refused(endpoint({ types: ['PRIVATE'], ipAddressType: 'ipv4' }), 400, stack)
      await invalid(
        endpoint({ types: ['NOPE' as 'EDGE'] }),
        "Value '[NOPE]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]",
      )
      await refused(create({ cloneFrom: 'none' }), 404, unknown(world))
    },
  },
  does: {
    'an API made by name only has the recorded shape': async (world) => {
      const made = await creator(world)()
      expect(made.$metadata.httpStatusCode).toBe(201)
      expect(await bare(Promise.resolve(made))).toEqual({
        id: expect.stringMatching(/^[a-z0-9]{10}$/),
        name: 'pets',
        createdDate: new Date(testStart),
        apiKeySource: 'HEADER',
        disableExecuteApiEndpoint: false,
        endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
        rootResourceId: expect.any(String),
      })
    },
    'a clone consists of the same, under ids of its own': async (world) => {
      const { restApiId, petsId } = await smallApi(world.apiGateway)
      const { id } = await creator(world)({ cloneFrom: restApiId })
      const { items } = await world.send(new GetResourcesCommand({ restApiId: id, embed: ['methods'] }))
      expect(items?.map(({ path }) => path)).toEqual(['/', '/pets'])
      const pets = items?.[1]
      expect(pets?.id).not.toBe(petsId)
      expect(pets?.parentId).toBe(items?.[0]?.id)
      const integration = pets?.resourceMethods?.['GET']?.methodIntegration
      expect(integration).toMatchObject({ type: 'MOCK', cacheNamespace: pets?.id })
    },
  },
})

describeOperation('GetRestApi', {
  accepts: {
    'the id of an API': async (world) => {
      const { id: restApiId } = await creator(world)()
      expect(await statusOf(world.send(new GetRestApiCommand({ restApiId })))).toBe(200)
    },
  },
  refuses: {
    'unknown ids, in which case counts (recorded)': async (world) => {
      const { id = '' } = await creator(world)()
      const upper = id.toUpperCase()
      await refused(world.send(new GetRestApiCommand({ restApiId: upper })), 404, unknown(world, upper))
    },
  },
  does: {
    'it shows what was made, without tags where there are none': async (world) => {
      const made = await bare(creator(world)({ description: 'd' }))
      expect(await bare(world.send(new GetRestApiCommand({ restApiId: made.id })))).toEqual(made)
      expect(made).not.toHaveProperty('tags')
    },
  },
})

describeOperation('GetRestApis', {
  accepts: {
    'a limit and a position': async (world) => {
      for (const name of ['a', 'b', 'c']) await creator(world)({ name })
      const { items, position } = await world.send(new GetRestApisCommand({ limit: 2 }))
      expect(items).toMatchObject([{ name: 'a' }, { name: 'b' }])
      expect((await world.send(new GetRestApisCommand({ position }))).items).toMatchObject([{ name: 'c' }])
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetRestApisCommand({ position: 'x' })), 400, wrongPosition),
  },
  does: {
    'accounts and regions are worlds of their own': async (world) => {
      await creator(world)()
      const count = async (key: string, region?: string) => {
        const { apiGateway } = clientsOf(world.url, key, region)
        return (await apiGateway.send(new GetRestApisCommand({}))).items?.length
      }
      expect(await count(world.account)).toBe(1)
      expect(await count(world.account, 'us-east-1')).toBe(0)
      expect(await count('AKIAIOSFODNN7EXAMPLE')).toBe(0)
    },
  },
})

async function updater(world: World, more: Partial<CreateRestApiCommandInput> = {}) {
  const { id: restApiId } = await creator(world)(more)
  const update = (...patchOperations: PatchOperation[]) =>
    world.send(new UpdateRestApiCommand({ restApiId, patchOperations }))
  return { restApiId, update }
}

describeOperation('UpdateRestApi', {
  accepts: {
    'every documented path': async (world) => {
      const { update } = await updater(world)
      const updated = await update(
        replace('/name', 'dogs'),
        replace('/description', 'd'),
        replace('/policy', '{}'),
        replace('/apiKeySource', 'AUTHORIZER'),
        replace('/disableExecuteApiEndpoint', 'true'),
        replace('/minimumCompressionSize', '10'),
        add('/binaryMediaTypes/image~1png'),
        add('/binaryMediaTypes/image~1gif'),
        remove('/binaryMediaTypes/image~1gif'),
        replace('/endpointConfiguration/types/EDGE', 'PRIVATE'),
        replace('/endpointConfiguration/ipAddressType', 'dualstack'),
        add('/endpointConfiguration/vpcEndpointIds', 'vpce-1'),
      )
      expect(updated).toMatchObject({
        name: 'dogs',
        description: 'd',
        policy: '{}',
        apiKeySource: 'AUTHORIZER',
        disableExecuteApiEndpoint: true,
        minimumCompressionSize: 10,
        binaryMediaTypes: ['image/png'],
        endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack', vpcEndpointIds: ['vpce-1'] },
      })
    },
  },
  refuses: {
    'wrong paths and verbs (recorded), and unknown APIs': async (world) => {
      const { update } = await updater(world)
      await refused(update(replace('/wrongPath', 'x')), 400, 'Invalid patch path /wrongPath')
      await refused(update(replace('/binaryMediaTypes', 'x')), 400, 'Invalid patch path /binaryMediaTypes')
      await refused(update({ op: 'replace', value: 'x' }), 400, 'Invalid patch path null')
      const verbs = 'Invalid patch operation specified. Must be one of: [replace]'
      await refused(update(add('/minimumCompressionSize', '1')), 400, verbs)
      await refused(world.send(new UpdateRestApiCommand(none)), 404, unknown(world))
    },
    'values that can’t be': async (world) => {
      const { update } = await updater(world)
      await refused(update(replace('/description', '')), 400, 'Description cannot be an empty string')
      const types = 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'
      await refused(update(replace('/endpointConfiguration/types/EDGE', 'NOPE')), 400, types)
      await refused(update(replace('/endpointConfiguration/types/REGIONAL', 'EDGE')), 400, types)
      const stack = 'ipAddressType must be either ipv4 or dualstack.'
      await refused(update(replace('/endpointConfiguration/ipAddressType', 'ipv6')), 400, stack)
      const endpoints = 'VPC endpoint ids can only be associated with private APIs'
      await refused(update(add('/endpointConfiguration/vpcEndpointIds', 'vpce-1')), 400, endpoints)
    },
  },
  does: {
    'it answers with tags, and what was removed is absent': async (world) => {
      const { restApiId, update } = await updater(world, { description: 'd', minimumCompressionSize: 1 })
      const updated = await update(remove('/description'), replace('/minimumCompressionSize', ''))
      expect(updated).toMatchObject({ tags: {} })
      const read = await world.send(new GetRestApiCommand({ restApiId }))
      for (const gone of ['description', 'minimumCompressionSize']) expect(read).not.toHaveProperty(gone)
    },
  },
})

describeOperation('DeleteRestApi', {
  accepts: {
    'the id of an API': async (world) => {
      const { id: restApiId } = await creator(world)()
      expect(await statusOf(world.send(new DeleteRestApiCommand({ restApiId })))).toBe(202)
    },
  },
  refuses: {
    'unknown ids': (world) => refused(world.send(new DeleteRestApiCommand(none)), 404, unknown(world)),
  },
  does: {
    'an API that is gone takes all with it': async (world) => {
      const { restApiId } = await smallApi(world.apiGateway)
      await world.send(new DeleteRestApiCommand({ restApiId }))
      const stage = new GetStageCommand({ restApiId, stageName: 's1' })
      await refused(world.send(stage), 404, unknown(world, restApiId))
      expect((await world.send(new GetRestApisCommand({}))).items).toEqual([])
      expect((await fetch(`${world.url}/restapis/${restApiId}/s1/_user_request_/pets`)).status).toBe(403)
    },
  },
})
