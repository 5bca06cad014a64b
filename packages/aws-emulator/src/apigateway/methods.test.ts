import {
  CreateAuthorizerCommand,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  DeleteIntegrationResponseCommand,
  DeleteMethodResponseCommand,
  GetIntegrationResponseCommand,
  GetMethodCommand,
  GetMethodResponseCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateIntegrationCommand,
  UpdateIntegrationResponseCommand,
  UpdateMethodCommand,
  UpdateMethodResponseCommand,
  UpdateResourceCommand,
  type PatchOperation,
  type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway'
import { describe, expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'

const add = (path: string, value?: string): PatchOperation => ({ op: 'add', path, value })

async function started() {
  const { apiGateway } = await emulated()
  const { restApiId, petsId, rootId } = await smallApi(apiGateway)
  const method = { restApiId, resourceId: petsId, httpMethod: 'GET' }
  const response = { ...method, statusCode: '200' }
  const send = sender(apiGateway)
  const update = (...patchOperations: PatchOperation[]) => send(new UpdateMethodCommand({ ...method, patchOperations }))
  const updateIntegration = (...patchOperations: PatchOperation[]) =>
    send(new UpdateIntegrationCommand({ ...method, patchOperations }))
  return { send, update, updateIntegration, restApiId, petsId, rootId, method, response }
}

describe('what is accepted', () => {
  test('a method takes each documented path with its verbs', async () => {
    const { send, update, restApiId } = await started()
    const validator = await send(
      new CreateRequestValidatorCommand({ restApiId, name: 'all', validateRequestBody: true }),
    )
    const updated = await update(
      replace('/apiKeyRequired', 'true'),
      replace('/operationName', 'listPets'),
      replace('/requestValidatorId', validator.id ?? ''),
      replace('/authorizationType', 'AWS_IAM'),
      add('/requestParameters/method.request.querystring.page', 'true'),
      add('/requestModels/application~1json', 'Empty'),
      add('/authorizationScopes', 'pets.read'),
    )
    expect(updated).toMatchObject({
      apiKeyRequired: true,
      operationName: 'listPets',
      requestValidatorId: validator.id,
      authorizationType: 'AWS_IAM',
      requestParameters: { 'method.request.querystring.page': true },
      requestModels: { 'application/json': 'Empty' },
      authorizationScopes: ['pets.read'],
    })
    const emptied = await update(
      remove('/requestParameters/method.request.querystring.page'),
      remove('/requestModels/application~1json'),
      { op: 'remove', path: '/authorizationScopes', value: 'pets.read' },
      replace('/requestValidatorId', ''),
      remove('/operationName'),
    )
    for (const gone of [
      'requestParameters',
      'requestModels',
      'authorizationScopes',
      'requestValidatorId',
      'operationName',
    ])
      expect(emptied).not.toHaveProperty(gone)
  })

  test('a word that is no boolean is false (recorded)', async () => {
    const { update } = await started()
    expect(await update(replace('/apiKeyRequired', 'not-a-boolean'))).toMatchObject({ apiKeyRequired: false })
  })

  test('an integration takes each documented path', async () => {
    const { send, update, updateIntegration, method } = await started()
    await update(add('/requestParameters/method.request.header.x', 'false'))
    const http = { ...method, type: 'HTTP', integrationHttpMethod: 'GET', uri: 'http://x.example' } as const
    await send(new PutIntegrationCommand(http))
    const updated = await updateIntegration(
      replace('/uri', 'https://${stageVariables.host}/y'),
      replace('/httpMethod', 'POST'),
      replace('/timeoutInMillis', '1000'),
      replace('/passthroughBehavior', 'NEVER'),
      replace('/cacheNamespace', 'n'),
      replace('/contentHandling', 'CONVERT_TO_TEXT'),
      replace('/tlsConfig/insecureSkipVerification', 'true'),
      add('/cacheKeyParameters/method.request.header.x'),
      add('/requestParameters/integration.request.header.y', 'method.request.header.x'),
      add('/requestTemplates/text~1plain', '$input.body'),
    )
    expect(updated).toMatchObject({
      uri: 'https://${stageVariables.host}/y',
      httpMethod: 'POST',
      timeoutInMillis: 1000,
      passthroughBehavior: 'NEVER',
      cacheNamespace: 'n',
      contentHandling: 'CONVERT_TO_TEXT',
      tlsConfig: { insecureSkipVerification: true },
      cacheKeyParameters: ['method.request.header.x'],
      requestParameters: { 'integration.request.header.y': 'method.request.header.x' },
      requestTemplates: { 'text/plain': '$input.body' },
    })
    const emptied = await updateIntegration(
      remove('/cacheKeyParameters/method.request.header.x'),
      remove('/requestParameters/integration.request.header.y'),
      replace('/contentHandling', ''),
    )
    expect(emptied.cacheKeyParameters).toEqual([])
    expect(emptied).not.toHaveProperty('requestParameters')
    expect(emptied).not.toHaveProperty('contentHandling')
  })
})

describe('what is refused, and in which words', () => {
  test('paths and verbs of a method (recorded)', async () => {
    const { update } = await started()
    await expect(update(replace('/httpMethod', 'PUT'))).rejects.toThrow('Invalid patch path /httpMethod')
    await expect(update(add('/apiKeyRequired', 'true'))).rejects.toThrow(
      'Invalid patch operation specified. Must be one of: [replace]',
    )
    await expect(update(replace('/requestParameters/method.body.x', 'true'))).rejects.toThrow(
      'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: method.body.x]',
    )
    await expect(update(remove('/requestParameters/method.request.path.x'))).rejects.toMatchObject({
      name: 'NotFoundException',
      message: 'Invalid parameter name specified',
    })
  })

  test('what the API doesn’t have can’t be named', async () => {
    const { send, update, restApiId, rootId } = await started()
    const needsAuthorizer =
      'Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.'
    await expect(update(replace('/authorizationType', 'CUSTOM'))).rejects.toThrow(needsAuthorizer)
    await expect(update(replace('/requestValidatorId', 'none'))).rejects.toThrow('Invalid Request Validator identifier')
    await expect(update(add('/requestModels/application~1json', 'Nope'))).rejects.toThrow(
      'Invalid model identifier specified: Nope',
    )
    const put = { restApiId, resourceId: rootId, httpMethod: 'GET', authorizationType: 'CUSTOM', authorizerId: 'none' }
    await expect(send(new PutMethodCommand(put))).rejects.toThrow(needsAuthorizer)
  })

  test('integrations that can’t be', async () => {
    const { send, updateIntegration, method } = await started()
    const put = (more: Partial<PutIntegrationCommandInput>) =>
      send(new PutIntegrationCommand({ ...method, type: 'HTTP', integrationHttpMethod: 'GET', ...more }))
    await expect(put({ uri: 'nowhere' })).rejects.toThrow('Invalid HTTP endpoint specified for URI')
    await expect(put({ type: 'AWS', uri: 'nowhere' })).rejects.toThrow('Invalid ARN specified in the request')
    await expect(put({ uri: 'http://x', integrationHttpMethod: undefined })).rejects.toThrow(
      'Enumeration value for HttpMethod must be non-empty',
    )
    await expect(put({ uri: 'http://x', timeoutInMillis: 30000 })).rejects.toThrow(
      'Timeout should be between 50 ms and 29000 ms',
    )
    const undeclared = { 'integration.request.path.a': 'method.request.path.a' }
    await expect(put({ uri: 'http://x', requestParameters: undeclared })).rejects.toThrow(
      'errors : [Invalid mapping expression parameter specified: method.request.path.a]',
    )
    await expect(updateIntegration(replace('/type', 'NOPE'))).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(updateIntegration(replace('/timeoutInMillis', 'soon'))).rejects.toThrow('Timeout should be between')
    await expect(updateIntegration(replace('/nope', 'x'))).rejects.toThrow('Invalid patch path /nope')
  })

  test('responses that aren’t there, and statuses that are none', async () => {
    const { send, method, response } = await started()
    const missing = { ...method, statusCode: '404' }
    const absent = { name: 'NotFoundException', message: 'Invalid Response status code specified' }
    await expect(send(new GetMethodResponseCommand(missing))).rejects.toMatchObject(absent)
    await expect(send(new DeleteMethodResponseCommand(missing))).rejects.toMatchObject(absent)
    await expect(send(new GetIntegrationResponseCommand(missing))).rejects.toMatchObject(absent)
    await expect(send(new PutIntegrationResponseCommand(missing))).rejects.toMatchObject(absent)
    await expect(send(new PutMethodResponseCommand({ ...method, statusCode: 'x' }))).rejects.toThrow(
      'Member must satisfy regular expression pattern: [1-5]\\d\\d',
    )
    const undeclared = { 'method.response.header.a': "'b'" }
    await expect(
      send(new PutIntegrationResponseCommand({ ...response, responseParameters: undeclared })),
    ).rejects.toThrow('Invalid mapping expression parameter specified: method.response.header.a')
  })

  test('a resource moves neither under itself nor onto another, and the root not at all', async () => {
    const { send, restApiId, petsId, rootId } = await started()
    const update = (resourceId: string, ...patchOperations: PatchOperation[]) =>
      send(new UpdateResourceCommand({ restApiId, resourceId, patchOperations }))
    const { id = '' } = await send(new CreateResourceCommand({ restApiId, parentId: petsId, pathPart: 'a' }))
    await send(new CreateResourceCommand({ restApiId, parentId: petsId, pathPart: 'b' }))
    await expect(update(rootId, replace('/pathPart', 'x'))).rejects.toMatchObject({ name: 'BadRequestException' })
    await expect(update(petsId, replace('/parentId', id))).rejects.toMatchObject({ name: 'BadRequestException' })
    await expect(update(id, replace('/pathPart', 'b'))).rejects.toMatchObject({ name: 'ConflictException' })
    await expect(update(id, replace('/path', '/x'))).rejects.toThrow('Invalid patch path /path')
  })
})

describe('what is done', () => {
  test('responses are changed and go', async () => {
    const { send, method, response } = await started()
    const patchMethod = [
      add('/responseParameters/method.response.header.a', 'true'),
      add('/responseModels/application~1json', 'Error'),
    ]
    expect(await send(new UpdateMethodResponseCommand({ ...response, patchOperations: patchMethod }))).toMatchObject({
      $metadata: { httpStatusCode: 201 },
      statusCode: '200',
      responseParameters: { 'method.response.header.a': true },
      responseModels: { 'application/json': 'Error' },
    })
    const patchOperations = [
      replace('/selectionPattern', '2\\d\\d'),
      add('/responseParameters/method.response.header.a', "'b'"),
      remove('/responseTemplates/application~1json'),
    ]
    expect(await send(new UpdateIntegrationResponseCommand({ ...response, patchOperations }))).toMatchObject({
      statusCode: '200',
      selectionPattern: '2\\d\\d',
      responseParameters: { 'method.response.header.a': "'b'" },
    })
    await send(new DeleteIntegrationResponseCommand(response))
    await send(new DeleteMethodResponseCommand(response))
    const left = await send(new GetMethodCommand(method))
    expect(left).not.toHaveProperty('methodResponses')
    expect(left.methodIntegration).not.toHaveProperty('integrationResponses')
  })

  test('a renamed or moved resource takes what is below it along', async () => {
    const { send, restApiId, petsId, rootId } = await started()
    await send(new CreateResourceCommand({ restApiId, parentId: petsId, pathPart: '{petId}' }))
    const home = await send(new CreateResourceCommand({ restApiId, parentId: rootId, pathPart: 'v1' }))
    const patchOperations = [replace('/pathPart', 'animals'), replace('/parentId', home.id ?? '')]
    const moved = await send(new UpdateResourceCommand({ restApiId, resourceId: petsId, patchOperations }))
    expect(moved).toMatchObject({ path: '/v1/animals', pathPart: 'animals', parentId: home.id })
    const { items } = await send(new GetResourcesCommand({ restApiId }))
    expect(items?.map(({ path }) => path).toSorted()).toEqual(['/', '/v1', '/v1/animals', '/v1/animals/{petId}'])
  })

  test('a method is guarded by an authorizer of its API', async () => {
    const { send, update, restApiId } = await started()
    const authorizerUri =
      'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:x:y/invocations'
    const authorizer = await send(
      new CreateAuthorizerCommand({
        restApiId,
        name: 'a',
        type: 'TOKEN',
        authorizerUri,
        identitySource: 'method.request.header.T',
      }),
    )
    const guarded = await update(replace('/authorizationType', 'CUSTOM'), replace('/authorizerId', authorizer.id ?? ''))
    expect(guarded).toMatchObject({ authorizationType: 'CUSTOM', authorizerId: authorizer.id })
  })
})
