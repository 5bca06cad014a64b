import {
  CreateDeploymentCommand,
  CreateModelCommand,
  DeleteModelCommand,
  DeleteRestApiCommand,
  GetModelCommand,
  GetModelTemplateCommand,
  GetModelsCommand,
  PutMethodCommand,
  UpdateModelCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { emulated, testPlace } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'
import { modelUrl } from './model-references.ts'
import { kinds, type DeploymentRecord } from './records.ts'

const unknown = 'Invalid model name specified: Nope'
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', modelName: 'Pet' }
const wrongSchema =
  'Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]'
const petSchema = {
  type: 'object',
  properties: { id: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
}

async function withApi({ apiGateway, send }: World) {
  const { restApiId, rootId } = await smallApi(apiGateway)
  const create = (name: string, schema: unknown = { type: 'object' }, contentType = 'application/json') => {
    const text = typeof schema === 'string' ? schema : JSON.stringify(schema)
    return send(new CreateModelCommand({ restApiId, name, contentType, schema: text }))
  }
  const update = (modelName: string, ...patchOperations: PatchOperation[]) =>
    send(new UpdateModelCommand({ restApiId, modelName, patchOperations }))
  const pet = { restApiId, modelName: 'Pet' }
  return { restApiId, rootId, create, update, pet, absent: { restApiId, modelName: 'Nope' } }
}

describeOperation('CreateModel', {
  accepts: {
    'a schema as it was sent, or none': async (world) => {
      const { create, restApiId } = await withApi(world)
      expect(await create('Pet', petSchema)).toMatchObject({ schema: JSON.stringify(petSchema) })
      const contentType = 'text/plain'
      const none = await world.send(new CreateModelCommand({ restApiId, name: 'Any', contentType, description: 'd' }))
      expect(none).toMatchObject({ contentType, description: 'd' })
      expect(none).not.toHaveProperty('schema')
    },
  },
  refuses: {
    'names and content types that can’t be, twins, and unknown APIs': async (world) => {
      const { create } = await withApi(world)
      await create('Pet')
      await refused(create('Pet'), 409, 'Model name already exists for this REST API')
      await refused(create('my-pet'), 400, 'Model name must be alphanumeric: my-pet')
      await refused(create('Other', {}, ''), 400, 'Content type must be non-empty')
      const elsewhere = { restApiId: 'none', name: 'Pet', contentType: 'application/json' }
      await refused(world.send(new CreateModelCommand(elsewhere)), 404, unknownApi(world))
    },
    'schemas that are no JSON object, or too large': async (world) => {
      const { create } = await withApi(world)
      for (const schema of ['{', '[]', 'null']) await refused(create('Other', schema), 400, wrongSchema)
      const empty = 'Model schema must have at least 1 property or array items defined'
      await refused(create('Other', ''), 400, empty)
      const large = create('Other', { title: 'x'.repeat(400 * 1024) })
      await refused(large, 400, wrongSchema.replace('Invalid model schema specified', 'Model schema is too large'))
    },
  },
  does: {
    'the model has an id of its own': async (world) => {
      const { create, pet } = await withApi(world)
      const made = await bare(create('Pet', petSchema))
      expect(made).toEqual({
        id: expect.stringMatching(/^[a-z0-9]{6}$/),
        name: 'Pet',
        contentType: 'application/json',
        schema: JSON.stringify(petSchema),
      })
      expect(await bare(world.send(new GetModelCommand(pet)))).toEqual(made)
    },
  },
})

describeOperation('GetModel', {
  accepts: {
    'a name, and whether what it refers to is to come along': async (world) => {
      const { create, pet } = await withApi(world)
      await create('Pet', petSchema)
      expect(await statusOf(world.send(new GetModelCommand(pet)))).toBe(200)
      const flat = await world.send(new GetModelCommand({ ...pet, flatten: true }))
      expect(flat.schema).toBe(JSON.stringify(petSchema))
    },
  },
  refuses: {
    'unknown names and APIs': async (world) => {
      await refused(world.send(new GetModelCommand((await withApi(world)).absent)), 404, unknown)
      await refused(world.send(new GetModelCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'flatten brings the models it refers to along, even in a circle': async (world) => {
      const { create, restApiId } = await withApi(world)
      const node = { $ref: modelUrl(restApiId, 'Node') }
      await create('Node', { type: 'object', properties: { next: node } })
      await create('List', { type: 'array', items: node })
      const get = new GetModelCommand({ restApiId, modelName: 'List', flatten: true })
      expect(JSON.parse((await world.send(get)).schema ?? '')).toEqual({
        type: 'array',
        items: { $ref: '#/definitions/Node' },
        definitions: { Node: { type: 'object', properties: { next: { $ref: '#/definitions/Node' } } } },
      })
    },
  },
})

describeOperation('GetModels', {
  accepts: {
    'a limit and a position': async (world) => {
      const { create, restApiId } = await withApi(world)
      await create('Pet')
      const { position } = await world.send(new GetModelsCommand({ restApiId, limit: 2 }))
      const { items, position: end } = await world.send(new GetModelsCommand({ restApiId, position }))
      expect(items).toMatchObject([{ name: 'Pet' }])
      expect(end).toBeUndefined()
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { restApiId } = await withApi(world)
      await refused(world.send(new GetModelsCommand({ restApiId, position: 'x' })), 400, wrongPosition)
      await refused(world.send(new GetModelsCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'every API begins with the models Empty and Error': async (world) => {
      const { items } = await world.send(new GetModelsCommand(await withApi(world)))
      expect(items?.map(({ name }) => name)).toEqual(['Empty', 'Error'])
    },
  },
})

describeOperation('GetModelTemplate', {
  accepts: {
    'the name of a model': async (world) => {
      const { restApiId } = await withApi(world)
      const { value } = await world.send(new GetModelTemplateCommand({ restApiId, modelName: 'Empty' }))
      expect(value).toBe("#set($inputRoot = $input.path('$'))\n{}")
    },
  },
  refuses: {
    'unknown names and APIs': async (world) => {
      await refused(world.send(new GetModelTemplateCommand((await withApi(world)).absent)), 404, unknown)
      await refused(world.send(new GetModelTemplateCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'the sample reads each property': async (world) => {
      const { create, pet } = await withApi(world)
      await create('Pet', petSchema)
      const { value } = await world.send(new GetModelTemplateCommand(pet))
      expect(value).toContain('"id" : $inputRoot.id')
      expect(value).toContain('#foreach($elem in $inputRoot.tags)')
    },
  },
})

describeOperation('UpdateModel', {
  accepts: {
    'a description and a schema': async (world) => {
      const { create, update } = await withApi(world)
      await create('Pet')
      const updated = await update('Pet', replace('/description', 'd'), replace('/schema', '{"type":"array"}'))
      expect(updated).toMatchObject({ description: 'd', schema: '{"type":"array"}' })
    },
  },
  refuses: {
    'other paths, schemas that can’t be, unknown names and APIs': async (world) => {
      const { create, update, absent } = await withApi(world)
      await create('Pet')
      await refused(update('Pet', replace('/name', 'x')), 400, 'Invalid patch path /name')
      await refused(update('Pet', replace('/schema', '[]')), 400, wrongSchema)
      await refused(world.send(new UpdateModelCommand(absent)), 404, unknown)
      await refused(world.send(new UpdateModelCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'what was set is read back': async (world) => {
      const { create, update, pet } = await withApi(world)
      await create('Pet')
      await update('Pet', replace('/schema', '{"type":"array"}'))
      expect(await world.send(new GetModelCommand(pet))).toMatchObject({ name: 'Pet', schema: '{"type":"array"}' })
    },
  },
})

describeOperation('DeleteModel', {
  accepts: {
    'one that nothing names': async (world) => {
      const { create, pet } = await withApi(world)
      await create('Pet')
      expect(await statusOf(world.send(new DeleteModelCommand(pet)))).toBe(202)
    },
  },
  refuses: {
    'one that a model or a method names, unknown names and APIs': async (world) => {
      const { create, restApiId, rootId: resourceId, pet, absent } = await withApi(world)
      await create('Pet')
      await create('Pets', { type: 'array', items: { $ref: modelUrl(restApiId, 'Pet') } })
      const inModel = "Cannot delete model 'Pet', is referenced in model: Pets"
      await refused(world.send(new DeleteModelCommand(pet)), 409, inModel)
      const method = { restApiId, resourceId, httpMethod: 'POST', authorizationType: 'NONE' }
      await world.send(new PutMethodCommand({ ...method, requestModels: { 'application/json': 'Pets' } }))
      const inMethod = "Cannot delete model 'Pets', is referenced in method request: //POST"
      await refused(world.send(new DeleteModelCommand({ restApiId, modelName: 'Pets' })), 409, inMethod)
      await refused(world.send(new DeleteModelCommand(absent)), 404, unknown)
      await refused(world.send(new DeleteModelCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it is gone, and its name is free': async (world) => {
      const { create, pet } = await withApi(world)
      await create('Pet')
      await world.send(new DeleteModelCommand(pet))
      await refused(world.send(new GetModelCommand(pet)), 404, unknown.replace('Nope', 'Pet'))
      expect(await create('Pet')).toMatchObject({ name: 'Pet' })
    },
  },
})

test('a deployment keeps the models of its time, and all goes with the API', async () => {
  const { apiGateway, emulator } = await emulated()
  const { store } = emulator
  const { restApiId } = await smallApi(apiGateway)
  const pet = { restApiId, name: 'Pet', contentType: 'application/json', schema: '{}' }
  await apiGateway.send(new CreateModelCommand(pet))
  const { id } = await apiGateway.send(new CreateDeploymentCommand({ restApiId }))
  const kept = store.get<DeploymentRecord>(testPlace, kinds.deployment, `${restApiId}/${id}`)
  expect(kept?.definition?.models.map(({ name }) => name)).toEqual(['Empty', 'Error', 'Pet'])
  expect(kept?.definition?.api.name).toBe('pets')
  await apiGateway.send(new DeleteRestApiCommand({ restApiId }))
  expect(store.list(testPlace, 'model', `${restApiId}/`)).toEqual([])
})
