import {
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  DeleteBasePathMappingCommand,
  GetBasePathMappingCommand,
  GetBasePathMappingsCommand,
  UpdateBasePathMappingCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'

const domainName = 'api.example.com'
const noDomain = { domainName: 'none.example.com', basePath: 'v1' }
const unknown = 'Invalid base path mapping identifier specified'
const unknownDomain = 'Invalid domain name identifier specified'
const unknownApi = 'Invalid REST API identifier specified'
const unknownStage = 'Invalid stage identifier specified'
const twin = 'Base path already exists for this domain name'
const slash =
  "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2."

async function withName({ apiGateway, send }: World) {
  const { restApiId } = await smallApi(apiGateway)
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc'
  await send(new CreateDomainNameCommand({ domainName, certificateArn }))
  const map = (more: object = {}) => send(new CreateBasePathMappingCommand({ domainName, restApiId, ...more }))
  const update = (basePath: string, ...patchOperations: PatchOperation[]) =>
    send(new UpdateBasePathMappingCommand({ domainName, basePath, patchOperations }))
  return { restApiId, map, update, v1: { domainName, basePath: 'v1' }, absent: { domainName, basePath: 'x' } }
}

describeOperation('CreateBasePathMapping', {
  accepts: {
    'a base path and a stage, or neither': async (world) => {
      const { map, restApiId } = await withName(world)
      expect(await statusOf(map())).toBe(201)
      const v1 = { basePath: 'v1', stage: 's1' }
      expect(await map(v1)).toMatchObject({ ...v1, restApiId })
    },
  },
  refuses: {
    'mappings to nowhere, twice, and with a slash': async (world) => {
      const { map } = await withName(world)
      await map({ stage: 's1' })
      await refused(map(), 409, twin)
      await refused(map({ basePath: 'a', restApiId: 'none' }), 400, unknownApi)
      await refused(map({ basePath: 'a', stage: 'none' }), 404, unknownStage)
      await refused(map({ basePath: 'a/b' }), 400, slash)
      await refused(map(noDomain), 404, unknownDomain)
    },
  },
  does: {
    'an empty base path is (none)': async (world) => {
      const { map, restApiId } = await withName(world)
      expect(await bare(map())).toEqual({ basePath: '(none)', restApiId })
    },
  },
})

describeOperation('GetBasePathMapping', {
  accepts: {
    'a base path, (none) too': async (world) => {
      const { map, v1, restApiId } = await withName(world)
      await map()
      await map(v1)
      expect(await statusOf(world.send(new GetBasePathMappingCommand(v1)))).toBe(200)
      const root = new GetBasePathMappingCommand({ domainName, basePath: '(none)' })
      expect(await world.send(root)).toMatchObject({ restApiId })
    },
  },
  refuses: {
    'unknown base paths and names': async (world) => {
      await refused(world.send(new GetBasePathMappingCommand((await withName(world)).absent)), 404, unknown)
      await refused(world.send(new GetBasePathMappingCommand(noDomain)), 404, unknownDomain)
    },
  },
  does: {
    'it shows what was made': async (world) => {
      const { map, v1, restApiId } = await withName(world)
      await map({ ...v1, stage: 's1' })
      const read = await bare(world.send(new GetBasePathMappingCommand(v1)))
      expect(read).toEqual({ basePath: 'v1', restApiId, stage: 's1' })
    },
  },
})

describeOperation('GetBasePathMappings', {
  accepts: {
    'a limit and a position': async (world) => {
      const { map } = await withName(world)
      for (const basePath of ['a', 'b']) await map({ basePath })
      const { items, position } = await world.send(new GetBasePathMappingsCommand({ domainName, limit: 1 }))
      expect(items).toMatchObject([{ basePath: 'a' }])
      const next = await world.send(new GetBasePathMappingsCommand({ domainName, position }))
      expect(next.items).toMatchObject([{ basePath: 'b' }])
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown names': async (world) => {
      await withName(world)
      const list = new GetBasePathMappingsCommand({ domainName, position: 'x' })
      await refused(world.send(list), 400, wrongPosition)
      await refused(world.send(new GetBasePathMappingsCommand(noDomain)), 404, unknownDomain)
    },
  },
  does: {
    'it lists the mappings of one name only': async (world) => {
      const { map, restApiId } = await withName(world)
      const more = { domainName: 'api.example.com.au', certificateName: 'x' }
      await world.send(new CreateDomainNameCommand(more))
      await map({ domainName: more.domainName, basePath: 'other' })
      await map({ stage: 's1' })
      const { items } = await world.send(new GetBasePathMappingsCommand({ domainName }))
      expect(items).toEqual([{ basePath: '(none)', restApiId, stage: 's1' }])
    },
  },
})

describeOperation('UpdateBasePathMapping', {
  accepts: {
    'another base path, API and stage, in the documented spelling too': async (world) => {
      const { map, v1, update } = await withName(world)
      await map(v1)
      const { restApiId } = await smallApi(world.apiGateway, 'other')
      const moved = await update('v1', replace('/restapiId', restApiId), replace('/stage', 's1'))
      expect(moved).toMatchObject({ basePath: 'v1', restApiId, stage: 's1' })
      expect(await update('v1', replace('/restApiId', restApiId))).toMatchObject({ restApiId })
    },
  },
  refuses: {
    'other paths and verbs, mappings to nowhere, and unknown ones': async (world) => {
      const { map, v1, update } = await withName(world)
      await map()
      await map(v1)
      await refused(update('v1', replace('/nope', 'x')), 400, 'Invalid patch path /nope')
      const verbs = 'Invalid patch operation specified. Must be one of: [replace]'
      await refused(update('v1', remove('/stage')), 400, verbs)
      await refused(update('v1', replace('/basePath', '')), 409, twin)
      await refused(update('v1', replace('/restApiId', 'none')), 400, unknownApi)
      await refused(update('v1', replace('/stage', 'none')), 404, unknownStage)
      await refused(update('x'), 404, unknown)
    },
  },
  does: {
    'a mapping that moved to the root is no longer where it was': async (world) => {
      const { map, v1, update, restApiId } = await withName(world)
      await map({ ...v1, stage: 's1' })
      await update('v1', replace('/basePath', ''), replace('/stage', ''))
      const { items } = await world.send(new GetBasePathMappingsCommand({ domainName }))
      expect(items).toEqual([{ basePath: '(none)', restApiId }])
    },
  },
})

describeOperation('DeleteBasePathMapping', {
  accepts: {
    'a base path': async (world) => {
      const { map, v1 } = await withName(world)
      await map(v1)
      expect(await statusOf(world.send(new DeleteBasePathMappingCommand(v1)))).toBe(202)
    },
  },
  refuses: {
    'unknown base paths and names': async (world) => {
      await refused(world.send(new DeleteBasePathMappingCommand((await withName(world)).absent)), 404, unknown)
      await refused(world.send(new DeleteBasePathMappingCommand(noDomain)), 404, unknownDomain)
    },
  },
  does: {
    'the base path is free': async (world) => {
      const { map } = await withName(world)
      await map()
      await world.send(new DeleteBasePathMappingCommand({ domainName, basePath: '(none)' }))
      expect((await world.send(new GetBasePathMappingsCommand({ domainName }))).items).toEqual([])
      expect(await statusOf(map())).toBe(201)
    },
  },
})
