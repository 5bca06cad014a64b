import {
  CreateRequestValidatorCommand,
  DeleteMethodCommand,
  GetMethodCommand,
  GetResourceCommand,
  PutMethodCommand,
  UpdateMethodCommand,
  type PutMethodCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, type World } from '../testing/describe-operation.ts'
import { add, mapping, noMethod, noResource, petsMethod } from '../testing/pets-method.ts'
import { remove, replace } from '../testing/small-api.ts'

const needsAuthorizer =
  'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.'

async function putter(world: World) {
  const pets = await petsMethod(world)
  const at = { ...pets.method, httpMethod: 'POST' }
  const put = (more: Partial<PutMethodCommandInput> = {}) =>
    world.send(new PutMethodCommand({ ...at, authorizationType: 'NONE', ...more }))
  return { ...pets, put, at }
}

describeOperation('PutMethod', {
  accepts: {
    'every verb, and ANY': async (world) => {
      const { put } = await putter(world)
      for (const httpMethod of ['PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY']) {
        expect(await put({ httpMethod })).toMatchObject({ httpMethod, $metadata: { httpStatusCode: 201 } })
      }
    },
    'what a method asks of its callers': async (world) => {
      const { put, restApiId } = await putter(world)
      const { id } = await world.send(new CreateRequestValidatorCommand({ restApiId, name: 'all' }))
      const asked = {
        authorizationType: 'AWS_IAM',
        apiKeyRequired: true,
        operationName: 'makePet',
        requestParameters: { 'method.request.header.X': true },
        requestModels: { 'application/json': 'Empty' },
        requestValidatorId: id,
      }
      expect(await put(asked)).toMatchObject(asked)
    },
  },
  refuses: {
    'a verb twice, words that are no verb, unknown resources and APIs': async (world) => {
      const { put } = await putter(world)
      await refused(put({ httpMethod: 'GET' }), 409, 'Method already exists for this resource')
      const verbs = 'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY'
      await refused(put({ httpMethod: 'get' }), 400, verbs)
      await refused(put({ resourceId: 'none' }), 404, noResource)
      await refused(put({ restApiId: 'none' }), 404, noResource)
    },
    'to name what the API doesn’t have': async (world) => {
      const { put } = await putter(world)
      await refused(put({ authorizationType: 'CUSTOM', authorizerId: 'none' }), 400, needsAuthorizer)
      await refused(put({ requestValidatorId: 'none' }), 400, 'Invalid Request Validator identifier specified')
      const models = put({ requestModels: { 'application/json': 'Nope' } })
      await refused(models, 400, 'Invalid model identifier specified: Nope')
      const parameters = put({ requestParameters: { 'method.body.x': true } })
      const wrong = mapping('Invalid mapping expression specified: method.body.x')
      await refused(parameters, 400, wrong)
    },
  },
  does: {
    'the method is there, without a key unless asked for': async (world) => {
      const { put, at } = await putter(world)
      const made = { httpMethod: 'POST', authorizationType: 'NONE', apiKeyRequired: false }
      expect(await bare(put())).toEqual(made)
      expect(await bare(world.send(new GetMethodCommand(at)))).toEqual(made)
    },
  },
})

describeOperation('GetMethod', {
  accepts: {
    'a verb of a resource': async (world) => {
      expect(await statusOf(world.send(new GetMethodCommand((await petsMethod(world)).method)))).toBe(200)
    },
  },
  refuses: {
    'verbs that aren’t there, and unknown APIs with the sentence of a resource (recorded)': async (world) => {
      const { method, noVerb, noApi } = await petsMethod(world)
      await refused(world.send(new GetMethodCommand(noVerb)), 404, noMethod)
      await refused(world.send(new GetMethodCommand({ ...method, httpMethod: '__proto__' })), 404, noMethod)
      await refused(world.send(new GetMethodCommand(noApi)), 404, noResource)
    },
  },
  does: {
    'it shows responses and integration with the method': async (world) => {
      const { method, petsId } = await petsMethod(world)
      expect(await bare(world.send(new GetMethodCommand(method)))).toEqual({
        httpMethod: 'GET',
        authorizationType: 'NONE',
        apiKeyRequired: false,
        methodResponses: { '200': { statusCode: '200' } },
        methodIntegration: {
          type: 'MOCK',
          requestTemplates: { 'application/json': '{"statusCode": 200}' },
          passthroughBehavior: 'WHEN_NO_MATCH',
          timeoutInMillis: 29000,
          cacheNamespace: petsId,
          cacheKeyParameters: [],
          integrationResponses: {
            '200': { statusCode: '200', responseTemplates: { 'application/json': '{"pets":[]}' } },
          },
        },
      })
    },
  },
})

describeOperation('UpdateMethod', {
  accepts: {
    'each documented path with its verbs': async (world) => {
      const { update, restApiId } = await petsMethod(world)
      const { id = '' } = await world.send(new CreateRequestValidatorCommand({ restApiId, name: 'all' }))
      const updated = await update(
        replace('/apiKeyRequired', 'true'),
        replace('/operationName', 'listPets'),
        replace('/requestValidatorId', id),
        replace('/authorizationType', 'AWS_IAM'),
        add('/requestParameters/method.request.querystring.page', 'true'),
        add('/requestModels/application~1json', 'Empty'),
        add('/authorizationScopes', 'pets.read'),
      )
      expect(updated).toMatchObject({
        apiKeyRequired: true,
        operationName: 'listPets',
        requestValidatorId: id,
        authorizationType: 'AWS_IAM',
        requestParameters: { 'method.request.querystring.page': true },
        requestModels: { 'application/json': 'Empty' },
        authorizationScopes: ['pets.read'],
      })
    },
    'a word that is no boolean, which is false (recorded)': async (world) => {
      const { update } = await petsMethod(world)
      expect(await update(replace('/apiKeyRequired', 'not-a-boolean'))).toMatchObject({ apiKeyRequired: false })
    },
  },
  refuses: {
    'other paths and verbs, and parameters that can’t be (recorded)': async (world) => {
      const { update, noVerb, noApi } = await petsMethod(world)
      await refused(update(replace('/httpMethod', 'PUT')), 400, 'Invalid patch path /httpMethod')
      const verbs = 'Invalid patch operation specified. Must be one of: [replace]'
      await refused(update(add('/apiKeyRequired', 'true')), 400, verbs)
      const wrong = mapping('Invalid mapping expression specified: method.body.x')
      await refused(update(replace('/requestParameters/method.body.x', 'true')), 400, wrong)
      const gone = update(remove('/requestParameters/method.request.path.x'))
      await refused(gone, 404, 'Invalid parameter name specified')
      await refused(world.send(new UpdateMethodCommand(noVerb)), 404, noMethod)
      await refused(world.send(new UpdateMethodCommand(noApi)), 404, noResource)
    },
    'to name what the API doesn’t have': async (world) => {
      const { update } = await petsMethod(world)
      await refused(update(replace('/authorizationType', 'CUSTOM')), 400, needsAuthorizer)
      const validator = update(replace('/requestValidatorId', 'none'))
      await refused(validator, 400, 'Invalid Request Validator identifier specified')
      const model = update(add('/requestModels/application~1json', 'Nope'))
      await refused(model, 400, 'Invalid model identifier specified: Nope')
    },
  },
  does: {
    'what is emptied is absent when read back': async (world) => {
      const { update, method } = await petsMethod(world)
      const parameter = '/requestParameters/method.request.querystring.page'
      const scope = '/authorizationScopes'
      await update(add(parameter, 'true'), add(scope, 'pets.read'), replace('/operationName', 'listPets'))
      await update(remove(parameter), { op: 'remove', path: scope, value: 'pets.read' }, remove('/operationName'))
      const read = await world.send(new GetMethodCommand(method))
      for (const gone of ['requestParameters', 'authorizationScopes', 'operationName'])
        expect(read).not.toHaveProperty(gone)
    },
  },
})

describeOperation('DeleteMethod', {
  accepts: {
    'a verb of a resource': async (world) => {
      expect(await statusOf(world.send(new DeleteMethodCommand((await petsMethod(world)).method)))).toBe(204)
    },
  },
  refuses: {
    'verbs and resources that aren’t there': async (world) => {
      const { noVerb, noApi } = await petsMethod(world)
      await refused(world.send(new DeleteMethodCommand(noVerb)), 404, noMethod)
      await refused(world.send(new DeleteMethodCommand(noApi)), 404, noResource)
    },
  },
  does: {
    'the method is gone, the resource stays': async (world) => {
      const { method } = await petsMethod(world)
      await world.send(new DeleteMethodCommand(method))
      await refused(world.send(new GetMethodCommand(method)), 404, noMethod)
      expect(await world.send(new GetResourceCommand(method))).not.toHaveProperty('resourceMethods')
    },
  },
})
