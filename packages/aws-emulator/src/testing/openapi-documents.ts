import {
  GetMethodCommand,
  GetResourcesCommand,
  ImportRestApiCommand,
  PutRestApiCommand,
  type PutRestApiCommandInput,
} from '@aws-sdk/client-api-gateway'
import type { World } from './describe-operation.ts'

export const mock = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '[]' } } },
  passthroughBehavior: 'when_no_match',
}

const lambda =
  'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:a/invocations'

export const openApi3 = (more: object = {}) => ({
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

export const swagger = (more: object = {}) => ({
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

export const bytes = (document: object) => Buffer.from(JSON.stringify(document))

/** Ways to bring documents in, and to look at what became of them. */
export function importer({ send }: Pick<World, 'send'>) {
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
  return { bring, put, paths, methodAt }
}
