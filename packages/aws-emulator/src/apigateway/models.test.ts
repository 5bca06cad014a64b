import {
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRestApiCommand,
  DeleteModelCommand,
  DeleteRestApiCommand,
  GetModelCommand,
  GetModelTemplateCommand,
  GetModelsCommand,
  PutMethodCommand,
  UpdateModelCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { describe, expect, test } from 'vitest'
import { kinds, type DeploymentRecord } from './records.ts'
import { emulated, sender } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'
import { modelUrl } from './model-references.ts'

async function started() {
  const emulator = await emulated()
  const { id: restApiId = '', rootResourceId: resourceId } = await emulator.apiGateway.send(
    new CreateRestApiCommand({ name: 'pets' }),
  )
  const send = sender(emulator.apiGateway)
  const create = (name: string, schema: unknown = { type: 'object' }) =>
    send(
      new CreateModelCommand({
        restApiId,
        name,
        contentType: 'application/json',
        schema: typeof schema === 'string' ? schema : JSON.stringify(schema),
      }),
    )
  return { ...emulator, send, create, restApiId, resourceId }
}

const petSchema = {
  type: 'object',
  properties: { id: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
}

describe('what is accepted', () => {
  test('a model, with its schema as it was sent', async () => {
    const { create } = await started()
    const { $metadata, ...model } = await create('Pet', petSchema)
    expect($metadata.httpStatusCode).toBe(201)
    expect(model).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'Pet',
      contentType: 'application/json',
      schema: JSON.stringify(petSchema),
    })
  })

  test('every API begins with the models Empty and Error, and lists page', async () => {
    const { send, create, restApiId } = await started()
    await create('Pet')
    const first = await send(new GetModelsCommand({ restApiId, limit: 2 }))
    expect(first.items?.map(({ name }) => name)).toEqual(['Empty', 'Error'])
    const second = await send(new GetModelsCommand({ restApiId, position: first.position }))
    expect(second.items?.map(({ name }) => name)).toEqual(['Pet'])
    expect(second.position).toBeUndefined()
  })
})

describe('what is refused, and in which words', () => {
  test('names, twins and schemas', async () => {
    const { create } = await started()
    await create('Pet')
    await expect(create('Pet')).rejects.toMatchObject({ name: 'ConflictException' })
    await expect(create('my-pet')).rejects.toThrow('Model name must be alphanumeric: my-pet')
    for (const schema of ['{', '[]', 'null'])
      await expect(create('Other', schema)).rejects.toThrow(
        'Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]',
      )
  })

  test('models that aren’t there, and APIs', async () => {
    const { send, restApiId } = await started()
    const nope = { restApiId, modelName: 'Nope' }
    await expect(send(new GetModelCommand(nope))).rejects.toThrow('Invalid model name specified: Nope')
    await expect(send(new DeleteModelCommand(nope))).rejects.toMatchObject({ name: 'NotFoundException' })
    await expect(send(new GetModelsCommand({ restApiId: 'none' }))).rejects.toThrow('Invalid API identifier specified')
  })

  test('a model in use can’t go', async () => {
    const { send, create, restApiId, resourceId } = await started()
    await create('Pet')
    await create('Pets', { type: 'array', items: { $ref: modelUrl(restApiId, 'Pet') } })
    await expect(send(new DeleteModelCommand({ restApiId, modelName: 'Pet' }))).rejects.toThrow(
      'is referenced in model: Pets',
    )
    const requestModels = { 'application/json': 'Pets' }
    await send(
      new PutMethodCommand({ restApiId, resourceId, httpMethod: 'POST', authorizationType: 'NONE', requestModels }),
    )
    await expect(send(new DeleteModelCommand({ restApiId, modelName: 'Pets' }))).rejects.toThrow(
      "Cannot delete model 'Pets', is referenced in method request: //POST",
    )
  })
})

describe('what is done', () => {
  test('description and schema change', async () => {
    const { send, create, restApiId } = await started()
    await create('Pet')
    const update = (...patchOperations: PatchOperation[]) =>
      send(new UpdateModelCommand({ restApiId, modelName: 'Pet', patchOperations }))
    expect(await update(replace('/description', 'd'), replace('/schema', '{"type":"array"}'))).toMatchObject({
      description: 'd',
      schema: '{"type":"array"}',
    })
    await expect(update(replace('/name', 'x'))).rejects.toThrow('Invalid patch path /name')
  })

  test('flatten brings the models it refers to along, even in a circle', async () => {
    const { send, create, restApiId } = await started()
    await create('Node', { type: 'object', properties: { next: { $ref: modelUrl(restApiId, 'Node') } } })
    await create('List', { type: 'array', items: { $ref: modelUrl(restApiId, 'Node') } })
    const { schema = '' } = await send(new GetModelCommand({ restApiId, modelName: 'List', flatten: true }))
    expect(JSON.parse(schema)).toEqual({
      type: 'array',
      items: { $ref: '#/definitions/Node' },
      definitions: { Node: { type: 'object', properties: { next: { $ref: '#/definitions/Node' } } } },
    })
  })

  test('a sample template reads each property', async () => {
    const { send, create, restApiId } = await started()
    await create('Pet', petSchema)
    const { value } = await send(new GetModelTemplateCommand({ restApiId, modelName: 'Pet' }))
    expect(value).toContain("#set($inputRoot = $input.path('$'))")
    expect(value).toContain('"id" : $inputRoot.id')
    expect(value).toContain('#foreach($elem in $inputRoot.tags)')
  })

  test('a deployment keeps the models of its time, and all goes with the API', async () => {
    const { send, create, store, apiGateway } = await started().then((s) => ({ ...s, store: s.emulator.store }))
    const { restApiId } = await smallApi(apiGateway)
    await send(new CreateModelCommand({ restApiId, name: 'Pet', contentType: 'application/json', schema: '{}' }))
    const { id } = await send(new CreateDeploymentCommand({ restApiId }))
    const place = { account: '111122223333', region: 'eu-central-1' }
    const kept = store.get<DeploymentRecord>(place, kinds.deployment, `${restApiId}/${id}`)
    expect(kept?.definition?.models.map(({ name }) => name)).toEqual(['Empty', 'Error', 'Pet'])
    expect(kept?.definition?.api.name).toBe('pets')
    await send(new DeleteRestApiCommand({ restApiId }))
    expect(store.list(place, 'model', `${restApiId}/`)).toEqual([])
    await create('Other')
  })
})
