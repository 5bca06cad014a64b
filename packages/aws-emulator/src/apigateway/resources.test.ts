import {
  CreateResourceCommand,
  DeleteResourceCommand,
  GetResourceCommand,
  GetResourcesCommand,
  UpdateResourceCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'

const unknown = 'Invalid Resource identifier specified'
const wrongPart =
  "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end."
const twin = (part: string) => `Another resource with the same parent already has this name: ${part}`

async function withApi({ apiGateway, send }: World) {
  const { restApiId, petsId, rootId } = await smallApi(apiGateway)
  const create = (pathPart: string, parentId = petsId) =>
    send(new CreateResourceCommand({ restApiId, parentId, pathPart }))
  const update = (resourceId: string | undefined, ...patchOperations: PatchOperation[]) =>
    send(new UpdateResourceCommand({ restApiId, resourceId, patchOperations }))
  const paths = async () => {
    const { items } = await send(new GetResourcesCommand({ restApiId, limit: 500 }))
    return items?.map(({ path }) => path).toSorted()
  }
  const pets = { restApiId, resourceId: petsId }
  return { restApiId, petsId, rootId, create, update, paths, pets, absent: { restApiId, resourceId: 'none' } }
}

describeOperation('CreateResource', {
  accepts: {
    'names, variables and greedy variables': async (world) => {
      const { create } = await withApi(world)
      for (const pathPart of ['a-b_c.d~1:2', '{petId}', '{proxy+}']) {
        expect(await create(pathPart)).toMatchObject({ path: `/pets/${pathPart}`, $metadata: { httpStatusCode: 201 } })
      }
    },
  },
  refuses: {
    'parts that can’t be in a path, twins, and parents that aren’t there': async (world) => {
      const { create } = await withApi(world)
      for (const part of ['a/b', '{a', '{a++}', '']) await refused(create(part), 400, wrongPart)
      await create('a')
      await refused(create('a'), 409, twin('a'))
      await refused(create('b', 'none'), 404, unknown)
    },
    'an unknown API, with the sentence of a resource (recorded)': (world) =>
      refused(
        world.send(new CreateResourceCommand({ restApiId: 'none', parentId: 'none', pathPart: 'a' })),
        404,
        unknown,
      ),
  },
  does: {
    'resources make a tree': async (world) => {
      const { create, petsId, paths } = await withApi(world)
      const { id } = await create('{petId}')
      expect(await bare(create('toys', id))).toEqual({
        id: expect.stringMatching(/^[a-z0-9]{6}$/),
        path: '/pets/{petId}/toys',
        pathPart: 'toys',
        parentId: id,
      })
      expect(id).not.toBe(petsId)
      expect(await paths()).toEqual(['/', '/pets', '/pets/{petId}', '/pets/{petId}/toys'])
    },
  },
})

describeOperation('GetResource', {
  accepts: {
    'an id, and whether methods are to come along': async (world) => {
      const { pets } = await withApi(world)
      expect(await statusOf(world.send(new GetResourceCommand(pets)))).toBe(200)
      const { resourceMethods } = await world.send(new GetResourceCommand({ ...pets, embed: ['methods'] }))
      expect(resourceMethods?.['GET']).toMatchObject({ httpMethod: 'GET', methodIntegration: { type: 'MOCK' } })
    },
  },
  refuses: {
    'unknown ids and APIs': async (world) => {
      await refused(world.send(new GetResourceCommand((await withApi(world)).absent)), 404, unknown)
      await refused(world.send(new GetResourceCommand({ restApiId: 'none', resourceId: 'none' })), 404, unknown)
    },
  },
  does: {
    'it names the verbs with nothing in them, and the root has neither parent nor part': async (world) => {
      const { pets, petsId, rootId, restApiId } = await withApi(world)
      expect(await bare(world.send(new GetResourceCommand(pets)))).toEqual({
        id: petsId,
        path: '/pets',
        pathPart: 'pets',
        parentId: rootId,
        resourceMethods: { GET: {} },
      })
      const root = await bare(world.send(new GetResourceCommand({ restApiId, resourceId: rootId })))
      expect(root).toEqual({ id: rootId, path: '/' })
    },
  },
})

describeOperation('GetResources', {
  accepts: {
    'a limit, a position, and whether methods are to come along': async (world) => {
      const { restApiId } = await withApi(world)
      const { items, position } = await world.send(new GetResourcesCommand({ restApiId, limit: 1 }))
      expect(items).toMatchObject([{ path: '/' }])
      const next = await world.send(new GetResourcesCommand({ restApiId, position, embed: ['methods'] }))
      expect(next.items?.[0]?.resourceMethods?.['GET']).toMatchObject({ methodIntegration: { type: 'MOCK' } })
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { restApiId } = await withApi(world)
      await refused(world.send(new GetResourcesCommand({ restApiId, position: 'x' })), 400, wrongPosition)
      const sentence = `Invalid API identifier specified ${world.account}:none`
      await refused(world.send(new GetResourcesCommand({ restApiId: 'none' })), 404, sentence)
    },
  },
  does: {
    'it lists the whole tree': async (world) => {
      const { restApiId, petsId, rootId, create } = await withApi(world)
      await create('{petId}')
      expect((await world.send(new GetResourcesCommand({ restApiId }))).items).toEqual([
        { id: rootId, path: '/' },
        { id: petsId, path: '/pets', pathPart: 'pets', parentId: rootId, resourceMethods: { GET: {} } },
        { id: expect.any(String), path: '/pets/{petId}', pathPart: '{petId}', parentId: petsId },
      ])
    },
  },
})

describeOperation('UpdateResource', {
  accepts: {
    'another part, another parent': async (world) => {
      const { update, petsId, rootId, create } = await withApi(world)
      const home = await create('v1', rootId)
      const moved = await update(petsId, replace('/pathPart', 'animals'), replace('/parentId', home.id ?? ''))
      expect(moved).toMatchObject({ path: '/v1/animals', pathPart: 'animals', parentId: home.id })
    },
  },
  refuses: {
    'to move the root, a resource under itself or onto another': async (world) => {
      const { update, petsId, rootId, create } = await withApi(world)
      const { id = '' } = await create('a')
      await create('b')
      await refused(update(rootId, replace('/pathPart', 'x')), 400, 'Root resource cannot be updated.')
      const under = 'Resource cannot be moved under itself or one of its children.'
      await refused(update(petsId, replace('/parentId', id)), 400, under)
      await refused(update(id, replace('/pathPart', 'b')), 409, twin('b'))
      await refused(update(id, replace('/pathPart', 'a b')), 400, wrongPart)
    },
    'other paths and verbs, unknown ids and APIs': async (world) => {
      const { update, petsId, absent } = await withApi(world)
      await refused(update(petsId, replace('/path', '/x')), 400, 'Invalid patch path /path')
      const verbs = 'Invalid patch operation specified. Must be one of: [replace]'
      await refused(update(petsId, remove('/pathPart')), 400, verbs)
      await refused(update(petsId, replace('/parentId', 'none')), 404, unknown)
      await refused(world.send(new UpdateResourceCommand(absent)), 404, unknown)
    },
  },
  does: {
    'what is below moves along': async (world) => {
      const { update, petsId, create, paths } = await withApi(world)
      await create('{petId}')
      await update(petsId, replace('/pathPart', 'animals'))
      expect(await paths()).toEqual(['/', '/animals', '/animals/{petId}'])
    },
  },
})

describeOperation('DeleteResource', {
  accepts: {
    'the id of a resource': async (world) => {
      expect(await statusOf(world.send(new DeleteResourceCommand((await withApi(world)).pets)))).toBe(202)
    },
  },
  refuses: {
    'the root, unknown ids and APIs': async (world) => {
      const { restApiId, rootId, absent } = await withApi(world)
      const root = new DeleteResourceCommand({ restApiId, resourceId: rootId })
      await refused(world.send(root), 400, 'Cannot delete root resource.')
      await refused(world.send(new DeleteResourceCommand(absent)), 404, unknown)
      await refused(world.send(new DeleteResourceCommand({ restApiId: 'none', resourceId: 'none' })), 404, unknown)
    },
  },
  does: {
    'what is below goes with it, what only begins alike stays': async (world) => {
      const { create, rootId, pets, paths } = await withApi(world)
      await create('{petId}')
      await create('pets2', rootId)
      await world.send(new DeleteResourceCommand(pets))
      expect(await paths()).toEqual(['/', '/pets2'])
    },
  },
})
