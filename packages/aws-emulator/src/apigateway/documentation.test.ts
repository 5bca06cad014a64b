import {
  CreateDocumentationPartCommand,
  CreateDocumentationVersionCommand,
  DeleteDocumentationPartCommand,
  DeleteDocumentationVersionCommand,
  GetDocumentationPartCommand,
  GetDocumentationPartsCommand,
  GetDocumentationVersionCommand,
  GetDocumentationVersionsCommand,
  GetStageCommand,
  ImportDocumentationPartsCommand,
  UpdateDocumentationPartCommand,
  UpdateDocumentationVersionCommand,
  type DocumentationPartLocation,
} from '@aws-sdk/client-api-gateway'
import { describe, expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const properties = '{"description":"d"}'

async function started() {
  const { apiGateway } = await emulated()
  const { restApiId } = await smallApi(apiGateway)
  const send = sender(apiGateway)
  const create = (location: DocumentationPartLocation, text = properties) =>
    send(new CreateDocumentationPartCommand({ restApiId, location, properties: text }))
  const bring = (parts: unknown, more: object = {}) => {
    const document = { swagger: '2.0', 'x-amazon-apigateway-documentation': { documentationParts: parts } }
    const body = Buffer.from(JSON.stringify(document))
    return send(new ImportDocumentationPartsCommand({ restApiId, body, ...more }))
  }
  return { send, create, bring, restApiId }
}

describe('what is accepted', () => {
  test('parts at locations, with the documented wildcards where nothing is said', async () => {
    const { create } = await started()
    const { $metadata, ...part } = await create({ type: 'QUERY_PARAMETER', name: 'page' })
    expect($metadata.httpStatusCode).toBe(201)
    expect(part).toEqual({
      id: expect.any(String),
      location: { type: 'QUERY_PARAMETER', path: '/', method: '*', name: 'page' },
      properties,
    })
  })

  test('lists filter by type, path and name', async () => {
    const { send, create, restApiId } = await started()
    await create({ type: 'API' })
    await create({ type: 'RESOURCE', path: '/pets' })
    await create({ type: 'MODEL', name: 'Pet' })
    const types = async (filter: object) => {
      const { items } = await send(new GetDocumentationPartsCommand({ restApiId, ...filter }))
      return items?.map(({ location }) => location?.type)
    }
    expect(await types({})).toEqual(['API', 'RESOURCE', 'MODEL'])
    expect(await types({ type: 'MODEL' })).toEqual(['MODEL'])
    expect(await types({ path: '/pets' })).toEqual(['RESOURCE'])
    expect(await types({ nameQuery: 'Pe' })).toEqual(['MODEL'])
    expect(await types({ locationStatus: 'UNDOCUMENTED', type: 'METHOD' })).toEqual(['METHOD'])
  })
})

describe('what is refused', () => {
  test('types, fields and properties that can’t be, a second part for a location, unknown ids', async () => {
    const { send, create, restApiId } = await started()
    await expect(create({ type: 'NOPE' as 'API' })).rejects.toThrow(
      "Value 'NOPE' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, RESPONSE, METHOD,",
    )
    await expect(create({ type: 'MODEL' })).rejects.toThrow("The property 'name' is required")
    await expect(create({ type: 'API', path: '/x' })).rejects.toThrow("The property 'path' is not allowed")
    await expect(create({ type: 'API' }, '[]')).rejects.toMatchObject({ name: 'BadRequestException' })
    await create({ type: 'API' })
    await expect(create({ type: 'API' })).rejects.toMatchObject({ name: 'ConflictException' })
    await expect(send(new GetDocumentationPartCommand({ restApiId, documentationPartId: 'none' }))).rejects.toThrow(
      'Invalid Documentation part identifier specified',
    )
  })

  test('versions without parts, twice, and those that a stage shows', async () => {
    const { send, create, restApiId } = await started()
    const version = { restApiId, documentationVersion: '1.0' }
    await expect(send(new CreateDocumentationVersionCommand(version))).rejects.toMatchObject({
      name: 'BadRequestException',
    })
    await create({ type: 'API' })
    await send(new CreateDocumentationVersionCommand({ ...version, stageName: 's1' }))
    await expect(send(new CreateDocumentationVersionCommand(version))).rejects.toMatchObject({
      name: 'ConflictException',
    })
    await expect(send(new DeleteDocumentationVersionCommand(version))).rejects.toMatchObject({
      name: 'ConflictException',
    })
    await expect(send(new GetDocumentationVersionCommand({ ...version, documentationVersion: '2' }))).rejects.toThrow(
      'Invalid Documentation version specified',
    )
  })
})

describe('what is done', () => {
  test('a part changes and goes; a version is dated, described, and shown by its stage', async () => {
    const { send, create, restApiId } = await started()
    const { id: documentationPartId = '' } = await create({ type: 'API' })
    const patchOperations = [replace('/properties', '{"summary":"s"}')]
    const updated = await send(new UpdateDocumentationPartCommand({ restApiId, documentationPartId, patchOperations }))
    expect(updated.properties).toBe('{"summary":"s"}')
    const version = { restApiId, documentationVersion: '1.0' }
    await send(new CreateDocumentationVersionCommand({ ...version, stageName: 's1', description: 'first' }))
    expect((await send(new GetStageCommand({ restApiId, stageName: 's1' }))).documentationVersion).toBe('1.0')
    await send(
      new UpdateDocumentationVersionCommand({ ...version, patchOperations: [replace('/description', 'second')] }),
    )
    const { items } = await send(new GetDocumentationVersionsCommand({ restApiId }))
    expect(items).toEqual([{ version: '1.0', description: 'second', createdDate: expect.any(Date) }])
    await send(new DeleteDocumentationPartCommand({ restApiId, documentationPartId }))
    expect((await send(new GetDocumentationPartsCommand({ restApiId }))).items).toEqual([])
  })

  test('an import merges into parts it meets, or takes the place of all', async () => {
    const { send, create, bring, restApiId } = await started()
    const { id } = await create({ type: 'API' })
    await create({ type: 'RESOURCE', path: '/pets' })
    const merged = await bring([{ location: { type: 'API' }, properties: { summary: 's' } }])
    expect(merged.ids).toEqual([id])
    const parts = async () => (await send(new GetDocumentationPartsCommand({ restApiId }))).items
    expect((await parts())?.map((part) => part.properties)).toEqual(['{"description":"d","summary":"s"}', properties])
    await bring([{ location: { type: 'MODEL', name: 'Pet' }, properties: { a: 1 } }], { mode: 'overwrite' })
    expect(await parts()).toMatchObject([{ location: { type: 'MODEL', name: 'Pet' }, properties: '{"a":1}' }])
  })

  test('broken parts are warnings, or refuse all if asked to', async () => {
    const { send, bring, restApiId } = await started()
    const parts = [
      { location: { type: 'API' }, properties: {} },
      { location: { type: 'API' }, properties: { a: 1 } },
      null,
    ]
    await expect(bring(parts, { failOnWarnings: true })).rejects.toThrow('Warnings found during import:')
    expect((await send(new GetDocumentationPartsCommand({ restApiId }))).items).toEqual([])
    const { ids, warnings } = await bring(parts)
    expect(ids).toHaveLength(1)
    expect(warnings).toHaveLength(2)
  })
})
