import {
  CreateDeploymentCommand,
  GetAuthorizersCommand,
  GetDocumentationPartsCommand,
  GetExportCommand,
  GetMethodCommand,
  GetModelCommand,
  GetModelsCommand,
  GetResourcesCommand,
  GetRestApisCommand,
  ImportRestApiCommand,
  PutRestApiCommand,
  type PutRestApiCommandInput,
} from '@aws-sdk/client-api-gateway'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { emulated, sender } from '../testing/emulated.ts'

const mock = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '[]' } } },
  passthroughBehavior: 'when_no_match',
}

const lambda =
  'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:a/invocations'

const openApi3 = (more: object = {}) => ({
  openapi: '3.0.1',
  info: { title: 'pets', version: '1.0', description: 'All pets' },
  servers: [{ url: 'https://x.example/{basePath}', variables: { basePath: { default: 'base-url/part' } } }],
  security: [{ token: [] }],
  paths: {
    '/test/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: {
        operationId: 'getTest',
        security: [{ token: [] }, { api_key: [] }],
        parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
        responses: {
          '200': {
            description: 'ok',
            headers: { 'X-Total': { schema: { type: 'string' } } },
            content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } } },
          },
        },
        'x-amazon-apigateway-request-validator': 'all',
        'x-amazon-apigateway-integration': mock,
      },
    },
  },
  components: {
    parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
    schemas: { Pet: { type: 'object', properties: { friend: { $ref: '#/components/schemas/Pet' } } } },
    securitySchemes: {
      api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      token: {
        type: 'apiKey',
        name: 'Token',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: lambda, authorizerResultTtlInSeconds: 60 },
      },
    },
  },
  'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
  'x-amazon-apigateway-binary-media-types': ['image/png'],
  ...more,
})

const swagger = (more: object = {}) => ({
  swagger: '2.0',
  info: { title: 'pets', version: '2.0' },
  basePath: '/base-url/part',
  consumes: ['application/json'],
  paths: {
    '/pets': {
      post: {
        parameters: [{ in: 'body', name: 'Pet', required: true, schema: { $ref: '#/definitions/Pet' } }],
        responses: { '200': { description: 'ok', schema: { $ref: '#/definitions/Pet' } } },
        'x-amazon-apigateway-integration': mock,
      },
    },
  },
  definitions: { Pet: { type: 'object' } },
  ...more,
})

const bytes = (document: object) => Buffer.from(JSON.stringify(document))

async function started() {
  const { apiGateway } = await emulated()
  const send = sender(apiGateway)
  const bring = async (document: object, parameters: Record<string, string> = {}) => {
    const { $metadata, ...api } = await send(new ImportRestApiCommand({ body: bytes(document), parameters }))
    return { api, restApiId: api.id ?? '', status: $metadata.httpStatusCode }
  }
  const put = async (restApiId: string, document: object, more: Partial<PutRestApiCommandInput> = {}) => {
    const { $metadata: _, ...api } = await send(new PutRestApiCommand({ restApiId, body: bytes(document), ...more }))
    return api
  }
  const paths = async (restApiId: string) => {
    const { items } = await send(new GetResourcesCommand({ restApiId, limit: 500 }))
    return items?.map(({ path }) => path).toSorted()
  }
  const methodAt = async (restApiId: string, path: string, httpMethod: string) => {
    const { items } = await send(new GetResourcesCommand({ restApiId, limit: 500 }))
    const resourceId = items?.find((resource) => resource.path === path)?.id
    return send(new GetMethodCommand({ restApiId, resourceId, httpMethod }))
  }
  return { send, bring, put, paths, methodAt }
}

describe('what is accepted', () => {
  test('OpenAPI 3: methods, parameters behind references, models, keys, authorizers and validators', async () => {
    const { send, bring, methodAt } = await started()
    const { api, restApiId, status } = await bring(openApi3())
    expect(status).toBe(201)
    expect(api).toMatchObject({
      name: 'pets',
      version: '1.0',
      description: 'All pets',
      binaryMediaTypes: ['image/png'],
    })
    expect(api).not.toHaveProperty('warnings')
    const authorizers = await send(new GetAuthorizersCommand({ restApiId }))
    expect(authorizers.items).toMatchObject([
      { name: 'token', type: 'TOKEN', identitySource: 'method.request.header.Token', authorizerResultTtlInSeconds: 60 },
    ])
    const method = await methodAt(restApiId, '/test/{id}', 'GET')
    expect(method).toMatchObject({
      operationName: 'getTest',
      apiKeyRequired: true,
      authorizationType: 'CUSTOM',
      authorizerId: authorizers.items?.[0]?.id,
      requestValidatorId: expect.any(String),
      requestParameters: { 'method.request.path.id': true, 'method.request.querystring.page': false },
      methodIntegration: { type: 'MOCK', passthroughBehavior: 'WHEN_NO_MATCH' },
    })
    const response = method.methodResponses?.['200']
    expect(response?.responseParameters).toEqual({ 'method.response.header.X-Total': false })
    const modelName = response?.responseModels?.['application/json'] ?? ''
    const inline = await send(new GetModelCommand({ restApiId, modelName }))
    expect(JSON.parse(inline.schema ?? '')).toEqual({
      type: 'array',
      items: { $ref: `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet` },
    })
  })

  test('Swagger 2, and either as YAML', async () => {
    const { send, bring, methodAt } = await started()
    const { restApiId } = await bring(swagger(), { endpointConfigurationTypes: 'REGIONAL' })
    expect(await methodAt(restApiId, '/pets', 'POST')).toMatchObject({
      requestModels: { 'application/json': 'Pet' },
      methodResponses: { '200': { responseModels: { 'application/json': 'Pet' } } },
    })
    const yaml = await send(new ImportRestApiCommand({ body: Buffer.from(stringify(openApi3())) }))
    expect(yaml.name).toBe('pets')
    const { items } = await send(new GetRestApisCommand({}))
    expect(items?.map((api) => api.endpointConfiguration?.types)).toEqual([['REGIONAL'], ['EDGE']])
  })

  test('the base path is ignored, put in front, or split (recorded)', async () => {
    const { bring, put, paths } = await started()
    const inMode = async (basepath: string) => paths((await bring(openApi3(), { basepath })).restApiId)
    expect(await inMode('ignore')).toEqual(['/', '/test', '/test/{id}'])
    expect(await inMode('prepend')).toEqual([
      '/',
      '/base-url',
      '/base-url/part',
      '/base-url/part/test',
      '/base-url/part/test/{id}',
    ])
    expect(await inMode('split')).toEqual(['/', '/part', '/part/test', '/part/test/{id}'])
    const { restApiId } = await bring(swagger())
    await put(restApiId, swagger(), { mode: 'overwrite', parameters: { basepath: 'split' } })
    expect(await paths(restApiId)).toEqual(['/', '/part', '/part/pets'])
  })
})

describe('what is refused, and in which words', () => {
  test('what can’t be parsed, before the API is looked up (recorded)', async () => {
    const { send } = await started()
    const bad = [
      '{',
      '[]',
      'a: [',
      '{"swagger":"1.2"}',
      'openapi: 3.0.1',
      '{"openapi":"3.0.1","info":{"title":"x"},"paths":{"/a":{"$ref":"#/paths/~1a"}}}',
    ]
    for (const text of bad) {
      await expect(send(new ImportRestApiCommand({ body: Buffer.from(text) }))).rejects.toThrow(
        'Invalid OpenAPI input.',
      )
      await expect(send(new PutRestApiCommand({ restApiId: 'none', body: Buffer.from(text) }))).rejects.toThrow(
        'Invalid OpenAPI input.',
      )
    }
    await expect(send(new PutRestApiCommand({ restApiId: 'none', body: bytes(swagger()) }))).rejects.toThrow(
      'Invalid API identifier specified 111122223333:none',
    )
  })

  test('every error of a document at once, and nothing of it is kept', async () => {
    const { send, bring } = await started()
    const broken = swagger({
      paths: {
        '/a': {
          get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri: 'x' } },
        },
      },
      definitions: { 'my-pet': {}, Pet: { $ref: 'http://elsewhere/x' } },
    })
    await expect(bring(broken)).rejects.toThrow(
      "Errors found during import:\n\tUnable to create model for 'my-pet': Model name must be alphanumeric: my-pet\n\t" +
        "Unable to create model for 'Pet': Invalid model specified: Validation Result: warnings : [], errors : [Model reference must be in canonical form]",
    )
    await expect(bring(swagger({ paths: broken.paths }))).rejects.toThrow(
      "Unable to put integration on 'GET' for resource at path '/a': Invalid HTTP endpoint specified for URI",
    )
    expect((await send(new GetRestApisCommand({}))).items).toEqual([])
  })

  test('warnings, where they are to fail it; else they come along', async () => {
    const { send, bring } = await started()
    const odd = swagger({
      paths: {
        '/a': { get: { parameters: [{ name: 'c', in: 'cookie' }], responses: { default: { description: 'x' } } } },
      },
    })
    const body = bytes(odd)
    await expect(send(new ImportRestApiCommand({ body, failOnWarnings: true }))).rejects.toThrow(
      /^Warnings found during import:\n\tParameter 'c' in 'cookie' of GET \/a /,
    )
    expect((await bring(odd)).api.warnings).toHaveLength(2)
  })

  test('exports of unknown types and stages', async () => {
    const { send, bring } = await started()
    const { restApiId } = await bring(swagger())
    await send(new CreateDeploymentCommand({ restApiId, stageName: 's1' }))
    const get = (stageName: string, exportType: string, parameters = {}) =>
      send(new GetExportCommand({ restApiId, stageName, exportType, parameters }))
    await expect(get('s1', 'raml')).rejects.toThrow('Invalid export type: raml')
    await expect(get('none', 'swagger')).rejects.toThrow('Invalid stage identifier specified')
    await expect(get('s1', 'swagger', { extensions: 'nope' })).rejects.toThrow('Invalid extension: nope')
  })
})

describe('what is done', () => {
  test('a merge keeps what it doesn’t name, an overwrite doesn’t (recorded for binary media types)', async () => {
    const { send, bring, put, paths } = await started()
    const { restApiId } = await bring(openApi3())
    const binary = { 'x-amazon-apigateway-binary-media-types': ['image/gif', 'image/png'] }
    const merged = await put(restApiId, swagger(binary))
    expect(merged).toMatchObject({
      version: '2.0',
      tags: {},
      binaryMediaTypes: ['image/png', 'image/gif'],
      description: 'All pets',
    })
    expect(await paths(restApiId)).toEqual(['/', '/pets', '/test', '/test/{id}'])
    const overwritten = await put(restApiId, swagger(binary), { mode: 'overwrite' })
    expect(overwritten.binaryMediaTypes).toEqual(['image/gif', 'image/png'])
    expect(overwritten).not.toHaveProperty('description')
    expect(await paths(restApiId)).toEqual(['/', '/pets'])
    const { items } = await send(new GetModelsCommand({ restApiId }))
    expect(items?.map(({ name }) => name)).toEqual(['Pet'])
  })

  test('documentation comes along unless it is to be ignored', async () => {
    const { send, bring } = await started()
    const parts = [{ location: { type: 'API' }, properties: { description: 'd' } }]
    const document = swagger({ 'x-amazon-apigateway-documentation': { version: '1', documentationParts: parts } })
    const count = async (restApiId: string) =>
      (await send(new GetDocumentationPartsCommand({ restApiId }))).items?.length
    expect(await count((await bring(document)).restApiId)).toBe(1)
    expect(await count((await bring(document, { ignore: 'documentation' })).restApiId)).toBe(0)
  })

  test('an export is what the stage runs, with the recorded headers and shape', async () => {
    const { send, bring, put } = await started()
    const { restApiId } = await bring(openApi3())
    await send(new CreateDeploymentCommand({ restApiId, stageName: 's1' }))
    await put(restApiId, swagger(), { mode: 'overwrite' })
    const get = async (exportType: string, more: object = {}) => {
      const answer = await send(new GetExportCommand({ restApiId, stageName: 's1', exportType, ...more }))
      return { ...answer, text: Buffer.from(answer.body ?? []).toString() }
    }
    const plain = await get('oas30')
    expect(plain).toMatchObject({
      contentType: 'application/octet-stream',
      contentDisposition: 'attachment; filename="oas30_1.0.json"',
    })
    expect(JSON.parse(plain.text)).toMatchObject({
      openapi: '3.0.1',
      info: { title: 'pets', version: '1.0' },
      servers: [
        {
          url: `https://${restApiId}.execute-api.eu-central-1.amazonaws.com/{basePath}`,
          variables: { basePath: { default: 's1' } },
        },
      ],
      components: { securitySchemes: { token: { type: 'apiKey', name: 'Token', in: 'header' } } },
    })
    expect(plain.text).not.toContain('x-amazon')
    const yaml = await get('swagger', { accepts: 'application/yaml', parameters: { extensions: 'integrations' } })
    expect(yaml.contentDisposition).toBe('attachment; filename="swagger_1.0.yaml"')
    const document = parse(yaml.text) as { paths: Record<string, { get: object }> }
    expect(document).toMatchObject({ swagger: '2.0', basePath: '/s1', schemes: ['https'] })
    expect(document.paths['/test/{id}']?.get).toMatchObject({ 'x-amazon-apigateway-integration': mock })
    expect(yaml.text).not.toContain('x-amazon-apigateway-authorizer')
    expect((await get('oas30', { parameters: { extensions: 'postman' } })).text).not.toContain('x-amazon')
  })

  test('without a version the export is named after the deployment’s instant (recorded)', async () => {
    const { send, bring } = await started()
    const { restApiId } = await bring(swagger({ info: { title: 'pets' } }))
    await send(new CreateDeploymentCommand({ restApiId, stageName: 's1' }))
    const { contentDisposition } = await send(
      new GetExportCommand({ restApiId, stageName: 's1', exportType: 'swagger' }),
    )
    expect(contentDisposition).toBe('attachment; filename="swagger_2026-01-15T12:00:00Z.json"')
  })
})
