import {
  GetAuthorizersCommand,
  GetDocumentationPartsCommand,
  GetModelCommand,
  GetModelsCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  ImportRestApiCommand,
  PutRestApiCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { stringify } from 'yaml'
import { describeOperation, invalid, refused, type World } from '../testing/describe-operation.ts'
import { bytes, importer, openApi3, swagger } from '../testing/openapi-documents.ts'

const unparsable = 'Invalid OpenAPI input.'
const badDocuments = [
  '{',
  '[]',
  'a: [',
  '{"swagger":"1.2"}',
  'openapi: 3.0.1',
  '{"openapi":"3.0.1","info":{"title":"x"},"paths":{"/a":{"$ref":"#/paths/~1a"}}}',
]
const badIntegration = {
  '/a': { get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri: 'x' } } },
}
const oddDocument = swagger({
  paths: { '/a': { get: { parameters: [{ name: 'c', in: 'cookie' }], responses: { default: { description: 'x' } } } } },
})
const warned = /^Warnings found during import:\n\tParameter 'c' in 'cookie' of GET \/a /

const modelNames = async ({ send }: World, restApiId: string) =>
  (await send(new GetModelsCommand({ restApiId }))).items?.map(({ name }) => name)

describeOperation('ImportRestApi', {
  accepts: {
    'OpenAPI 3: methods, parameters behind references, keys, authorizers and validators': async (world) => {
      const { bring, methodAt } = importer(world)
      const { api, restApiId, status } = await bring(openApi3())
      expect(status).toBe(201)
      const info = { name: 'pets', version: '1.0', description: 'All pets', binaryMediaTypes: ['image/png'] }
      expect(api).toMatchObject(info)
      expect(api).not.toHaveProperty('warnings')
      const identitySource = 'method.request.header.Token'
      const { items } = await world.send(new GetAuthorizersCommand({ restApiId }))
      expect(items).toMatchObject([{ name: 'token', type: 'TOKEN', identitySource, authorizerResultTtlInSeconds: 60 }])
      expect(await methodAt(restApiId, '/test/{id}', 'GET')).toMatchObject({
        operationName: 'getTest',
        apiKeyRequired: true,
        authorizationType: 'CUSTOM',
        authorizerId: items?.[0]?.id,
        requestValidatorId: expect.any(String),
        requestParameters: { 'method.request.path.id': true, 'method.request.querystring.page': false },
        methodIntegration: { type: 'MOCK', passthroughBehavior: 'WHEN_NO_MATCH' },
      })
    },
    'Swagger 2, and either as YAML': async (world) => {
      const { bring, methodAt } = importer(world)
      const { restApiId } = await bring(swagger(), { endpointConfigurationTypes: 'REGIONAL' })
      expect(await methodAt(restApiId, '/pets', 'POST')).toMatchObject({
        requestModels: { 'application/json': 'Pet' },
        methodResponses: { '200': { responseModels: { 'application/json': 'Pet' } } },
      })
      const yaml = await world.send(new ImportRestApiCommand({ body: Buffer.from(stringify(openApi3())) }))
      expect(yaml.name).toBe('pets')
      const { items } = await world.send(new GetRestApisCommand({}))
      expect(items?.map((api) => api.endpointConfiguration?.types)).toEqual([['REGIONAL'], ['EDGE']])
    },
    'a base path to ignore, put in front, or split (recorded)': async (world) => {
      const { bring, paths } = importer(world)
      const inMode = async (basepath: string) => paths((await bring(openApi3(), { basepath })).restApiId)
      expect(await inMode('ignore')).toEqual(['/', '/test', '/test/{id}'])
      const whole = ['/', '/base-url', '/base-url/part', '/base-url/part/test', '/base-url/part/test/{id}']
      expect(await inMode('prepend')).toEqual(whole)
      expect(await inMode('split')).toEqual(['/', '/part', '/part/test', '/part/test/{id}'])
    },
  },
  refuses: {
    'what can’t be parsed (recorded)': async (world) => {
      for (const text of badDocuments)
        await refused(world.send(new ImportRestApiCommand({ body: Buffer.from(text) })), 400, unparsable)
    },
    'every error of a document at once, and nothing of it is kept': async (world) => {
      const { bring } = importer(world)
      const broken = swagger({ paths: {}, definitions: { 'my-pet': {}, Pet: { $ref: 'http://elsewhere/x' } } })
      await refused(
        bring(broken),
        400,
        "Errors found during import:\n\tUnable to create model for 'my-pet': Model name must be alphanumeric: my-pet\n\t" +
          "Unable to create model for 'Pet': Invalid model specified: Validation Result: warnings : [], errors : [Model reference must be in canonical form]",
      )
      const integration =
        "Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '/a': Invalid HTTP endpoint specified for URI"
      await refused(bring(swagger({ paths: badIntegration })), 400, integration)
      expect((await world.send(new GetRestApisCommand({}))).items).toEqual([])
    },
    'a document with warnings, if asked to; else they come along': async (world) => {
      const { bring } = importer(world)
      const strict = new ImportRestApiCommand({ body: bytes(oddDocument), failOnWarnings: true })
      await refused(world.send(strict), 400, warned)
      expect((await bring(oddDocument)).api.warnings).toHaveLength(2)
    },
  },
  does: {
    'a schema that stands inline becomes a model that refers to others': async (world) => {
      const { bring, methodAt } = importer(world)
      const { restApiId } = await bring(openApi3())
      const { methodResponses } = await methodAt(restApiId, '/test/{id}', 'GET')
      const response = methodResponses?.['200']
      expect(response?.responseParameters).toEqual({ 'method.response.header.X-Total': false })
      const modelName = response?.responseModels?.['application/json'] ?? ''
      const inline = await world.send(new GetModelCommand({ restApiId, modelName }))
      expect(JSON.parse(inline.schema ?? '')).toEqual({
        type: 'array',
        items: { $ref: `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet` },
      })
    },
    'documentation comes along unless it is to be ignored': async (world) => {
      const { bring } = importer(world)
      const parts = [{ location: { type: 'API' }, properties: { description: 'd' } }]
      const document = swagger({ 'x-amazon-apigateway-documentation': { version: '1', documentationParts: parts } })
      const count = async (parameters: Record<string, string>) => {
        const { restApiId } = await bring(document, parameters)
        return (await world.send(new GetDocumentationPartsCommand({ restApiId }))).items?.length
      }
      expect(await count({})).toBe(1)
      expect(await count({ ignore: 'documentation' })).toBe(0)
    },
  },
})

describeOperation('PutRestApi', {
  accepts: {
    'a base path to split': async (world) => {
      const { bring, put, paths } = importer(world)
      const { restApiId } = await bring(swagger())
      await put(restApiId, swagger(), { mode: 'overwrite', parameters: { basepath: 'split' } })
      expect(await paths(restApiId)).toEqual(['/', '/part', '/part/pets'])
    },
    'a document with warnings, which come along': async (world) => {
      const { bring, put } = importer(world)
      const { restApiId } = await bring(swagger())
      expect((await put(restApiId, oddDocument)).warnings).toHaveLength(2)
    },
  },
  refuses: {
    'what can’t be parsed, before the API is looked up (recorded)': async (world) => {
      const put = (body: Uint8Array) => world.send(new PutRestApiCommand({ restApiId: 'none', body }))
      for (const text of badDocuments) await refused(put(Buffer.from(text)), 400, unparsable)
      await refused(put(bytes(swagger())), 404, `Invalid API identifier specified ${world.account}:none`)
    },
    'unknown modes, errors, and warnings if asked to: the API stays as it was': async (world) => {
      const { bring, put, paths } = importer(world)
      const { restApiId } = await bring(swagger())
      const mode = put(restApiId, swagger(), { mode: 'x' as 'merge' })
      const enumeration = 'Member must satisfy enum value set: [overwrite, merge]'
      await invalid(mode, `Value 'x' at 'putRestApiInput.mode' failed to satisfy constraint: ${enumeration}`)
      const integration = put(restApiId, swagger({ paths: badIntegration }), { mode: 'overwrite' })
      await refused(integration, 400, /Invalid HTTP endpoint specified for URI$/)
      await refused(put(restApiId, oddDocument, { failOnWarnings: true }), 400, warned)
      expect(await paths(restApiId)).toEqual(['/', '/pets'])
    },
  },
  does: {
    'a merge keeps what it doesn’t name, an overwrite doesn’t (recorded for binary media types)': async (world) => {
      const { bring, put, paths } = importer(world)
      const { restApiId } = await bring(openApi3())
      const binary = swagger({ 'x-amazon-apigateway-binary-media-types': ['image/gif', 'image/png'] })
      const kept = { binaryMediaTypes: ['image/png', 'image/gif'], description: 'All pets' }
      expect(await put(restApiId, binary)).toMatchObject({ ...kept, version: '2.0', tags: {} })
      expect(await paths(restApiId)).toEqual(['/', '/pets', '/test', '/test/{id}'])
      await put(restApiId, binary, { mode: 'overwrite' })
      const read = await world.send(new GetRestApiCommand({ restApiId }))
      expect(read.binaryMediaTypes).toEqual(['image/gif', 'image/png'])
      expect(read).not.toHaveProperty('description')
      expect(await paths(restApiId)).toEqual(['/', '/pets'])
      expect(await modelNames(world, restApiId)).toEqual(['Pet'])
    },
  },
})
