import {
  CreateDocumentationPartCommand,
  CreateDocumentationVersionCommand,
  DeleteDocumentationVersionCommand,
  GetDocumentationVersionCommand,
  GetDocumentationVersionsCommand,
  GetStageCommand,
  UpdateDocumentationVersionCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { testStart } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const unknown = 'Invalid Documentation version specified'
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', documentationVersion: '1.0' }

async function withPart({ apiGateway, send }: World) {
  const { restApiId } = await smallApi(apiGateway)
  const location = { type: 'API' as const }
  await send(new CreateDocumentationPartCommand({ restApiId, location, properties: '{"description":"d"}' }))
  const version = { restApiId, documentationVersion: '1.0' }
  const create = (more: object = {}) => send(new CreateDocumentationVersionCommand({ ...version, ...more }))
  return { restApiId, version, create, absent: { restApiId, documentationVersion: '2' } }
}

describeOperation('CreateDocumentationVersion', {
  accepts: {
    'a description, and a stage that is to show it': async (world) => {
      const { create, restApiId } = await withPart(world)
      const made = await create({ stageName: 's1', description: 'first' })
      expect(made).toMatchObject({ version: '1.0', description: 'first', $metadata: { httpStatusCode: 201 } })
      const stage = await world.send(new GetStageCommand({ restApiId, stageName: 's1' }))
      expect(stage.documentationVersion).toBe('1.0')
    },
  },
  refuses: {
    'names that can’t be, a version twice, and APIs without documentation': async (world) => {
      const { create } = await withPart(world)
      await create()
      await refused(create(), 409, 'Documentation version 1.0 already exists')
      const name = create({ documentationVersion: 'a b' })
      await refused(name, 400, 'Invalid documentation version specified')
      const { restApiId } = await smallApi(world.apiGateway)
      await refused(create({ restApiId }), 400, 'The REST API has no documentation parts')
    },
    'unknown stages and APIs': async (world) => {
      const { create } = await withPart(world)
      await refused(create({ stageName: 'none' }), 404, 'Invalid stage identifier specified')
      await refused(create(noApi), 404, unknownApi(world))
    },
  },
  does: {
    'the version is dated': async (world) => {
      const { create } = await withPart(world)
      expect(await bare(create())).toEqual({ version: '1.0', createdDate: new Date(testStart) })
    },
  },
})

describeOperation('GetDocumentationVersion', {
  accepts: {
    'a version': async (world) => {
      const { create, version } = await withPart(world)
      await create()
      expect(await statusOf(world.send(new GetDocumentationVersionCommand(version)))).toBe(200)
    },
  },
  refuses: {
    'unknown versions and APIs': async (world) => {
      await refused(world.send(new GetDocumentationVersionCommand((await withPart(world)).absent)), 404, unknown)
      await refused(world.send(new GetDocumentationVersionCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it shows what was made': async (world) => {
      const { create, version } = await withPart(world)
      const made = await bare(create({ description: 'first' }))
      expect(await bare(world.send(new GetDocumentationVersionCommand(version)))).toEqual(made)
    },
  },
})

describeOperation('GetDocumentationVersions', {
  accepts: {
    'a limit and a position': async (world) => {
      const { create, restApiId } = await withPart(world)
      for (const documentationVersion of ['1.0', '1.1']) await create({ documentationVersion })
      const { items, position } = await world.send(new GetDocumentationVersionsCommand({ restApiId, limit: 1 }))
      expect(items).toMatchObject([{ version: '1.0' }])
      const next = await world.send(new GetDocumentationVersionsCommand({ restApiId, position }))
      expect(next.items).toMatchObject([{ version: '1.1' }])
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { restApiId } = await withPart(world)
      const list = new GetDocumentationVersionsCommand({ restApiId, position: 'x' })
      await refused(world.send(list), 400, wrongPosition)
      await refused(world.send(new GetDocumentationVersionsCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it lists the versions of one API only': async (world) => {
      const { create, restApiId } = await withPart(world)
      await create()
      await (await withPart(world)).create({ documentationVersion: 'other' })
      const { items } = await world.send(new GetDocumentationVersionsCommand({ restApiId }))
      expect(items).toEqual([{ version: '1.0', createdDate: new Date(testStart) }])
    },
  },
})

const described = [replace('/description', 'second')]

describeOperation('UpdateDocumentationVersion', {
  accepts: {
    'a description': async (world) => {
      const { create, version } = await withPart(world)
      await create({ description: 'first' })
      const update = new UpdateDocumentationVersionCommand({ ...version, patchOperations: described })
      expect(await world.send(update)).toMatchObject({ version: '1.0', description: 'second' })
    },
  },
  refuses: {
    'other paths, unknown versions and APIs': async (world) => {
      const { create, version, absent } = await withPart(world)
      await create()
      const patchOperations = [replace('/version', '2')]
      const update = new UpdateDocumentationVersionCommand({ ...version, patchOperations })
      await refused(world.send(update), 400, 'Invalid patch path /version')
      await refused(world.send(new UpdateDocumentationVersionCommand(absent)), 404, unknown)
      await refused(world.send(new UpdateDocumentationVersionCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'what was set is read back': async (world) => {
      const { create, version } = await withPart(world)
      await create()
      await world.send(new UpdateDocumentationVersionCommand({ ...version, patchOperations: described }))
      const read = await world.send(new GetDocumentationVersionCommand(version))
      expect(read).toMatchObject({ description: 'second' })
    },
  },
})

describeOperation('DeleteDocumentationVersion', {
  accepts: {
    'one that no stage shows': async (world) => {
      const { create, version } = await withPart(world)
      await create()
      expect(await statusOf(world.send(new DeleteDocumentationVersionCommand(version)))).toBe(202)
    },
  },
  refuses: {
    'one that a stage shows, unknown versions and APIs': async (world) => {
      const { create, version, absent } = await withPart(world)
      await create({ stageName: 's1' })
      const shown = 'Documentation version 1.0 is associated with stage s1'
      await refused(world.send(new DeleteDocumentationVersionCommand(version)), 409, shown)
      await refused(world.send(new DeleteDocumentationVersionCommand(absent)), 404, unknown)
      await refused(world.send(new DeleteDocumentationVersionCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'the version is gone': async (world) => {
      const { create, version } = await withPart(world)
      await create()
      await world.send(new DeleteDocumentationVersionCommand(version))
      await refused(world.send(new GetDocumentationVersionCommand(version)), 404, unknown)
    },
  },
})
