import {
  CreateDocumentationPartCommand,
  DeleteDocumentationPartCommand,
  GetDocumentationPartCommand,
  GetDocumentationPartsCommand,
  ImportDocumentationPartsCommand,
  UpdateDocumentationPartCommand,
  type DocumentationPartLocation,
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
import { replace, smallApi } from '../testing/small-api.ts'

const properties = '{"description":"d"}'
const unknown = 'Invalid Documentation part identifier specified'
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', documentationPartId: 'none' }
const wrongProperties = 'Invalid properties: they must be a non-empty JSON object'

async function withApi({ apiGateway, send }: World) {
  const { restApiId } = await smallApi(apiGateway)
  const create = (location: DocumentationPartLocation, text = properties) =>
    send(new CreateDocumentationPartCommand({ restApiId, location, properties: text }))
  const bring = (parts: unknown, more: object = {}) => {
    const document = { swagger: '2.0', 'x-amazon-apigateway-documentation': { documentationParts: parts } }
    const body = Buffer.from(JSON.stringify(document))
    return send(new ImportDocumentationPartsCommand({ restApiId, body, ...more }))
  }
  const list = async (filter: object = {}) =>
    (await send(new GetDocumentationPartsCommand({ restApiId, ...filter }))).items
  return { restApiId, create, bring, list, absent: { restApiId, documentationPartId: 'none' } }
}

async function withPart(world: World) {
  const api = await withApi(world)
  const { id = '' } = await api.create({ type: 'API' })
  return { ...api, part: { restApiId: api.restApiId, documentationPartId: id } }
}

describeOperation('CreateDocumentationPart', {
  accepts: {
    'a location of each type with the fields that it has': async (world) => {
      const { create } = await withApi(world)
      const at = { path: '/pets', method: 'GET' }
      const locations: DocumentationPartLocation[] = [
        { type: 'API' },
        { type: 'AUTHORIZER', name: 'a' },
        { type: 'MODEL', name: 'Pet' },
        { type: 'RESOURCE', path: '/pets' },
        { type: 'METHOD', ...at },
        { type: 'PATH_PARAMETER', ...at, name: 'p' },
        { type: 'REQUEST_HEADER', ...at, name: 'h' },
        { type: 'REQUEST_BODY', ...at },
        { type: 'RESPONSE', ...at, statusCode: '200' },
        { type: 'RESPONSE_HEADER', ...at, statusCode: '200', name: 'h' },
        { type: 'RESPONSE_BODY', ...at, statusCode: '200' },
      ]
      for (const location of locations) expect(await create(location)).toMatchObject({ location })
    },
  },
  refuses: {
    'types, fields and properties that can’t be': async (world) => {
      const { create } = await withApi(world)
      await invalid(
        create({ type: 'NOPE' as 'API' }),
        "Value 'NOPE' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER]",
      )
      const needed = "The property 'name' is required for the location of type MODEL."
      await refused(create({ type: 'MODEL' }), 400, needed)
      const stray = "The property 'path' is not allowed for the location of type API."
      await refused(create({ type: 'API', path: '/x' }), 400, stray)
      for (const text of ['[]', '{}', '{', '']) await refused(create({ type: 'API' }, text), 400, wrongProperties)
    },
    'a second part for a location, and unknown APIs': async (world) => {
      const { create } = await withPart(world)
      const twin = 'A documentation part already exists for the specified location'
      await refused(create({ type: 'API' }), 409, twin)
      const elsewhere = { ...noApi, location: { type: 'API' as const }, properties }
      await refused(world.send(new CreateDocumentationPartCommand(elsewhere)), 404, unknownApi(world))
    },
  },
  does: {
    'the documented wildcards stand where nothing is said': async (world) => {
      const { create } = await withApi(world)
      const made = await create({ type: 'QUERY_PARAMETER', name: 'page' })
      expect(made.$metadata.httpStatusCode).toBe(201)
      expect(await bare(Promise.resolve(made))).toEqual({
        id: expect.any(String),
        location: { type: 'QUERY_PARAMETER', path: '/', method: '*', name: 'page' },
        properties,
      })
    },
  },
})

describeOperation('GetDocumentationPart', {
  accepts: {
    'the id of a part': async (world) => {
      expect(await statusOf(world.send(new GetDocumentationPartCommand((await withPart(world)).part)))).toBe(200)
    },
  },
  refuses: {
    'unknown ids and APIs': async (world) => {
      await refused(world.send(new GetDocumentationPartCommand((await withApi(world)).absent)), 404, unknown)
      await refused(world.send(new GetDocumentationPartCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it shows what was made': async (world) => {
      const { part } = await withPart(world)
      const read = await bare(world.send(new GetDocumentationPartCommand(part)))
      expect(read).toEqual({ id: part.documentationPartId, location: { type: 'API' }, properties })
    },
  },
})

describeOperation('GetDocumentationParts', {
  accepts: {
    'a type, a path, a part of a name, and what lacks documentation': async (world) => {
      const { create, list } = await withPart(world)
      await create({ type: 'RESOURCE', path: '/pets' })
      await create({ type: 'MODEL', name: 'Pet' })
      const types = async (filter: object) => (await list(filter))?.map(({ location }) => location?.type)
      expect(await types({ type: 'MODEL' })).toEqual(['MODEL'])
      expect(await types({ path: '/pets' })).toEqual(['RESOURCE'])
      expect(await types({ nameQuery: 'Pe' })).toEqual(['MODEL'])
      expect(await types({ locationStatus: 'UNDOCUMENTED', type: 'METHOD' })).toEqual(['METHOD'])
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { list } = await withApi(world)
      await refused(list({ position: 'x' }), 400, wrongPosition)
      await refused(world.send(new GetDocumentationPartsCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'parts are listed in the order in which they came, page by page': async (world) => {
      const { create, restApiId } = await withPart(world)
      await create({ type: 'MODEL', name: 'Pet' })
      const first = await world.send(new GetDocumentationPartsCommand({ restApiId, limit: 1 }))
      expect(first.items).toMatchObject([{ location: { type: 'API' } }])
      const { position } = first as { position?: string }
      const next = await world.send(new GetDocumentationPartsCommand({ restApiId, position }))
      expect(next.items).toMatchObject([{ location: { type: 'MODEL', name: 'Pet' } }])
    },
  },
})

describeOperation('UpdateDocumentationPart', {
  accepts: {
    'other properties': async (world) => {
      const { part } = await withPart(world)
      const patchOperations = [replace('/properties', '{"summary":"s"}')]
      const updated = await world.send(new UpdateDocumentationPartCommand({ ...part, patchOperations }))
      expect(updated.properties).toBe('{"summary":"s"}')
    },
  },
  refuses: {
    'other paths, properties that can’t be, unknown ids and APIs': async (world) => {
      const { part, absent } = await withPart(world)
      const update = (path: string, value: string) =>
        world.send(new UpdateDocumentationPartCommand({ ...part, patchOperations: [replace(path, value)] }))
      await refused(update('/location', '{}'), 400, 'Invalid patch path /location')
      await refused(update('/properties', '{}'), 400, wrongProperties)
      await refused(world.send(new UpdateDocumentationPartCommand(absent)), 404, unknown)
      await refused(world.send(new UpdateDocumentationPartCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'what was set is read back': async (world) => {
      const { part } = await withPart(world)
      const patchOperations = [replace('/properties', '{"summary":"s"}')]
      await world.send(new UpdateDocumentationPartCommand({ ...part, patchOperations }))
      const read = await world.send(new GetDocumentationPartCommand(part))
      expect(read).toMatchObject({ location: { type: 'API' }, properties: '{"summary":"s"}' })
    },
  },
})

describeOperation('DeleteDocumentationPart', {
  accepts: {
    'the id of a part': async (world) => {
      expect(await statusOf(world.send(new DeleteDocumentationPartCommand((await withPart(world)).part)))).toBe(202)
    },
  },
  refuses: {
    'unknown ids and APIs': async (world) => {
      await refused(world.send(new DeleteDocumentationPartCommand((await withApi(world)).absent)), 404, unknown)
      await refused(world.send(new DeleteDocumentationPartCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'the part is gone, its location is free': async (world) => {
      const { part, list, create } = await withPart(world)
      await world.send(new DeleteDocumentationPartCommand(part))
      expect(await list()).toEqual([])
      expect(await create({ type: 'API' })).toMatchObject({ properties })
    },
  },
})

const brokenParts = [
  { location: { type: 'API' }, properties: {} },
  { location: { type: 'API' }, properties: { a: 1 } },
  null,
]

describeOperation('ImportDocumentationParts', {
  accepts: {
    'broken parts, as warnings': async (world) => {
      const { ids, warnings } = await (await withApi(world)).bring(brokenParts)
      expect(ids).toHaveLength(1)
      expect(warnings).toHaveLength(2)
    },
  },
  refuses: {
    'all of it for a warning, if asked to': async (world) => {
      const { bring, list } = await withApi(world)
      const strict = bring(brokenParts, { failOnWarnings: true })
      await refused(strict, 400, /^Warnings found during import:\n\t/)
      expect(await list()).toEqual([])
    },
    'what is no document, and unknown APIs': async (world) => {
      const { bring, restApiId } = await withApi(world)
      const body = Buffer.from('{')
      const broken = world.send(new ImportDocumentationPartsCommand({ restApiId, body }))
      await refused(broken, 400, 'Invalid OpenAPI input.')
      await refused(bring([], { restApiId: 'none' }), 404, unknownApi(world))
    },
  },
  does: {
    'it merges into parts that it meets, or takes the place of all': async (world) => {
      const { create, bring, list, part } = await withPart(world)
      await create({ type: 'RESOURCE', path: '/pets' })
      const { ids } = await bring([{ location: { type: 'API' }, properties: { summary: 's' } }])
      expect(ids).toEqual([part.documentationPartId])
      const texts = (await list())?.map((one) => one.properties)
      expect(texts).toEqual(['{"description":"d","summary":"s"}', properties])
      await bring([{ location: { type: 'MODEL', name: 'Pet' }, properties: { a: 1 } }], { mode: 'overwrite' })
      expect(await list()).toMatchObject([{ location: { type: 'MODEL', name: 'Pet' }, properties: '{"a":1}' }])
    },
  },
})
