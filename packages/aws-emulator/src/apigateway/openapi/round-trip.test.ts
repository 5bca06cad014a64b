import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultSettings } from '../../lib/settings.ts'
import { Store, UnitOfWork } from '../../lib/store.ts'
import { testStart } from '../../testing/emulated.ts'
import type { Call } from '../call.ts'
import { createAuthorizer } from '../create-authorizer.ts'
import { createDeployment } from '../create-deployment.ts'
import { createModel } from '../create-model.ts'
import { createRequestValidator } from '../create-request-validator.ts'
import { createRestApi } from '../create-rest-api.ts'
import { definitionOf } from '../definition.ts'
import { getExport } from '../get-export.ts'
import { importRestApi } from '../import-rest-api.ts'
import { modelUrl } from '../model-references.ts'
import { putGatewayResponse } from '../put-gateway-response.ts'
import { kinds, type ResourceRecord } from '../records.ts'
import { findRestApi } from '../rest-apis.ts'
import { putIntegrationResponse } from '../put-integration-response.ts'
import { putIntegration } from '../put-integration.ts'
import { putMethodResponse } from '../put-method-response.ts'
import { putMethod } from '../put-method.ts'
import { ResourceTree } from './resource-tree.ts'

function newCall(): Call {
  const unit = new UnitOfWork(new Store(undefined), { account: '111122223333', region: 'eu-central-1' })
  return { unit, now: testStart, seed: 1, settings: defaultSettings }
}

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/)
const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const dictionary = (prefix: string, value: fc.Arbitrary<string>) =>
  fc.dictionary(
    word.map((name) => prefix + name),
    value,
    { minKeys: 1, maxKeys: 2, noNullPrototype: true },
  )

const methodShape = fc.record({
  path: fc
    .array(
      fc.oneof(
        word,
        word.map((name) => `{${name}}`),
      ),
      { maxLength: 3 },
    )
    .map((parts) => `/${parts.join('/')}`),
  verb: fc.constantFrom('GET', 'POST', 'DELETE', 'ANY'),
  operationName: maybe(word),
  apiKeyRequired: fc.boolean(),
  guard: fc.constantFrom('NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'),
  scopes: maybe(fc.uniqueArray(word, { minLength: 1, maxLength: 2 })),
  validator: fc.boolean(),
  hasBody: fc.boolean(),
  queries: fc.uniqueArray(word, { maxLength: 2 }),
  headers: fc.uniqueArray(word, { maxLength: 2 }),
  responses: fc.uniqueArray(
    fc.record({
      statusCode: fc.constantFrom('200', '201', '404', '500'),
      model: fc.boolean(),
      headers: fc.uniqueArray(word, { maxLength: 2 }),
    }),
    { selector: ({ statusCode }) => statusCode, minLength: 1, maxLength: 3 },
  ),
  templates: maybe(dictionary('application/', text)),
  timeoutInMillis: maybe(fc.integer({ min: 50, max: 29000 })),
  cacheNamespace: maybe(word),
  type: fc.constantFrom('MOCK', 'HTTP', 'HTTP_PROXY', 'AWS_PROXY'),
  passthroughBehavior: fc.constantFrom('WHEN_NO_MATCH', 'NEVER', 'WHEN_NO_TEMPLATES'),
  contentHandling: maybe(fc.constantFrom('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY')),
} as const)

const apiShape = fc.record({
  name: text,
  description: maybe(text),
  version: word,
  binaryMediaTypes: maybe(
    fc.uniqueArray(
      word.map((name) => `image/${name}`),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  minimumCompressionSize: maybe(fc.integer({ min: 0, max: 10485760 })),
  apiKeySource: fc.constantFrom('HEADER', 'AUTHORIZER'),
  policy: maybe(fc.constant('{"Version":"2012-10-17","Statement":[]}')),
  modelDescription: text,
  gatewayStatus: maybe(fc.integer({ min: 100, max: 599 }).map(String)),
  gatewayTemplate: text,
  requestTtl: maybe(fc.integer({ min: 0, max: 3600 })),
  methods: fc.uniqueArray(methodShape, { selector: ({ path, verb }) => `${verb} ${path}`, minLength: 1, maxLength: 4 }),
} as const)

type Shape = typeof apiShape extends fc.Arbitrary<infer Value> ? Value : never
const lambda = (name: string) =>
  `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:${name}/invocations`

/** Makes the API with the operations that a client would call, and deploys it to `s1`. */
function build(call: Call, shape: Shape): string {
  const { name, description, version, binaryMediaTypes, minimumCompressionSize, apiKeySource, policy } = shape
  const made = createRestApi(call, {
    name,
    description,
    version,
    binaryMediaTypes,
    minimumCompressionSize,
    apiKeySource,
    policy,
  })
  const restApiId = made.id ?? ''
  const item = {
    type: 'object',
    description: shape.modelDescription,
    properties: { next: { $ref: modelUrl(restApiId, 'Item') } },
  }
  createModel(call, { restApiId, name: 'Item', contentType: 'application/json', schema: JSON.stringify(item) })
  const validator = createRequestValidator(call, { restApiId, name: 'all', validateRequestBody: true })
  const custom = createAuthorizer(call, {
    restApiId,
    name: 'custom',
    type: 'REQUEST',
    authorizerUri: lambda('a'),
    identitySource: 'method.request.header.a, method.request.querystring.b',
    authorizerResultTtlInSeconds: shape.requestTtl,
  })
  const pool = createAuthorizer(call, {
    restApiId,
    name: 'pool',
    type: 'COGNITO_USER_POOLS',
    providerARNs: ['arn:aws:cognito-idp:eu-central-1:111122223333:userpool/x'],
    identitySource: 'method.request.header.Token',
  })
  putGatewayResponse(call, {
    restApiId,
    responseType: 'DEFAULT_5XX',
    statusCode: shape.gatewayStatus,
    responseTemplates: { 'application/json': shape.gatewayTemplate },
  })
  const tree = new ResourceTree(call, findRestApi(call, restApiId))
  for (const method of shape.methods) {
    const address = { restApiId, resourceId: tree.at(method.path), httpMethod: method.verb }
    const parameters = [
      ...method.queries.map((query) => [`method.request.querystring.${query}`, method.validator]),
      ...method.headers.map((header) => [`method.request.header.${header}`, false]),
    ]
    putMethod(call, {
      ...address,
      authorizationType: method.guard,
      authorizerId: method.guard === 'CUSTOM' ? custom.id : method.guard === 'COGNITO_USER_POOLS' ? pool.id : undefined,
      authorizationScopes: method.guard === 'COGNITO_USER_POOLS' ? method.scopes : undefined,
      apiKeyRequired: method.apiKeyRequired,
      operationName: method.operationName,
      requestValidatorId: method.validator ? validator.id : undefined,
      requestModels: method.hasBody ? { 'application/json': 'Item' } : undefined,
      requestParameters:
        parameters.length > 0 ? (Object.fromEntries(parameters) as Record<string, boolean>) : undefined,
    })
    for (const { statusCode, model, headers } of method.responses) {
      putMethodResponse(call, {
        ...address,
        statusCode,
        responseModels: model ? { 'application/json': 'Error' } : undefined,
        responseParameters:
          headers.length > 0
            ? Object.fromEntries(headers.map((header) => [`method.response.header.${header}`, false]))
            : undefined,
      })
    }
    putIntegration(call, {
      ...address,
      type: method.type,
      integrationHttpMethod: method.type === 'MOCK' ? undefined : 'POST',
      uri: method.type === 'MOCK' ? undefined : method.type === 'AWS_PROXY' ? lambda('f') : 'https://x.example/y',
      requestTemplates: method.templates,
      requestParameters: Object.fromEntries(
        method.queries.map((query) => [`integration.request.header.${query}`, `method.request.querystring.${query}`]),
      ),
      passthroughBehavior: method.passthroughBehavior,
      contentHandling: method.contentHandling,
      timeoutInMillis: method.timeoutInMillis,
      cacheNamespace: method.cacheNamespace,
      cacheKeyParameters: method.queries.map((query) => `method.request.querystring.${query}`),
    })
    for (const [index, { statusCode, headers }] of method.responses.entries()) {
      putIntegrationResponse(call, {
        ...address,
        statusCode,
        selectionPattern: index === 0 ? undefined : `${statusCode}.*`,
        responseTemplates: method.templates,
        responseParameters: Object.fromEntries(headers.map((header) => [`method.response.header.${header}`, "'x'"])),
      })
    }
  }
  createDeployment(call, { restApiId, stageName: 's1' })
  return restApiId
}

const sorted = <T extends object>(map: T | undefined) =>
  map && Object.keys(map).length > 0
    ? Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => a.localeCompare(b)))
    : undefined

/** All of an API but what can't be the same in two of them: ids and dates. */
function contentOf(call: Call, restApiId: string) {
  const api = findRestApi(call, restApiId)
  const { models, requestValidators, authorizers, gatewayResponses } = definitionOf(call, api)
  const nameOf = (rows: { id: string; name?: string }[], id: string | undefined) =>
    rows.find((row) => row.id === id)?.name
  const resources = call.unit
    .list<ResourceRecord>(kinds.resource, `${restApiId}/`)
    .map(({ id, path, resourceMethods }) => {
      const methods = Object.values(resourceMethods).map((method) => {
        const { integrationResponses, ...integration } = method.methodIntegration ?? {}
        return {
          ...method,
          authorizerId: nameOf(authorizers, method.authorizerId),
          requestValidatorId: nameOf(requestValidators, method.requestValidatorId),
          methodResponses: sorted(method.methodResponses),
          methodIntegration: {
            ...integration,
            requestParameters: sorted(integration.requestParameters),
            cacheNamespace: integration.cacheNamespace === id ? 'own' : integration.cacheNamespace,
          },
          integrationResponses:
            sorted(integrationResponses) &&
            Object.values(integrationResponses ?? {})
              .map((response) => ({ ...response, responseParameters: sorted(response.responseParameters) }))
              .toSorted((a, b) => (a.statusCode ?? '').localeCompare(b.statusCode ?? '')),
        }
      })
      return [path, methods.toSorted((a, b) => (a.httpMethod ?? '').localeCompare(b.httpMethod ?? ''))]
    })
  const content = {
    api: { ...api, id: '', createdDate: 0, rootResourceId: '' },
    resources: sorted(Object.fromEntries(resources) as object),
    models: models
      .map(({ name, schema, contentType }) => {
        const { $schema: _, ...rest } = JSON.parse((schema ?? '{}').replaceAll(restApiId, 'self')) as Record<
          string,
          unknown
        >
        return { name, contentType, schema: rest }
      })
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    requestValidators: requestValidators.map((row) => ({ ...row, id: '', apiId: '' })),
    authorizers: authorizers.map((row) => ({ ...row, id: '', apiId: '' })),
    gatewayResponses: gatewayResponses.map((row) => ({
      ...row,
      apiId: '',
      responseParameters: sorted(row.responseParameters),
    })),
  }
  return JSON.parse(JSON.stringify(content)) as object
}

for (const exportType of ['oas30', 'swagger']) {
  for (const accepts of ['application/json', 'application/yaml']) {
    test(`an export to ${exportType} in ${accepts} imports as the same definition`, () => {
      fc.assert(
        fc.property(apiShape, (shape) => {
          const call = newCall()
          const restApiId = build(call, shape)
          const parameters = { extensions: 'apigateway,authorizers,integrations' }
          const { body } = getExport(call, { restApiId, stageName: 's1', exportType, accepts, parameters })
          const types = { endpointConfigurationTypes: 'EDGE' }
          const imported = importRestApi(call, {
            body,
            failOnWarnings: true,
            parameters: types,
          })
          expect(contentOf(call, imported.id ?? '')).toEqual(contentOf(call, restApiId))
        }),
        { numRuns: 60, seed: 20260115 },
      )
    })
  }
}
