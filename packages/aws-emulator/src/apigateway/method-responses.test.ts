import {
  DeleteMethodResponseCommand,
  GetMethodCommand,
  GetMethodResponseCommand,
  PutMethodResponseCommand,
  UpdateMethodResponseCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, invalid, refused, statusOf } from '../testing/describe-operation.ts'
import { add, mapping, noMethod, noResource, noResponse, petsMethod, wrongStatus } from '../testing/pets-method.ts'
import { remove, replace } from '../testing/small-api.ts'

const wrongHeader = mapping('Invalid mapping expression specified: method.body.x')

describeOperation('PutMethodResponse', {
  accepts: {
    'a status with headers and models': async (world) => {
      const { method } = await petsMethod(world)
      const asked = {
        statusCode: '404',
        responseParameters: { 'method.response.header.a': true },
        responseModels: { 'application/json': 'Error' },
      }
      const made = await world.send(new PutMethodResponseCommand({ ...method, ...asked }))
      expect(made).toMatchObject({ ...asked, $metadata: { httpStatusCode: 201 } })
    },
  },
  refuses: {
    'a status twice, and what is none': async (world) => {
      const { method, response } = await petsMethod(world)
      await refused(
        world.send(new PutMethodResponseCommand(response)),
        409,
        'Response already exists for this resource',
      )
      const put = new PutMethodResponseCommand({ ...method, statusCode: 'x' })
      await invalid(world.send(put), wrongStatus('putMethodResponseInput'))
    },
    'headers and models that can’t be, unknown methods and APIs': async (world) => {
      const { noStatus, noVerb, noApi } = await petsMethod(world)
      const put = (more: object) => world.send(new PutMethodResponseCommand({ ...noStatus, ...more }))
      await refused(put({ responseParameters: { 'method.body.x': true } }), 400, wrongHeader)
      const model = put({ responseModels: { 'application/json': 'Nope' } })
      await refused(model, 400, 'Invalid model identifier specified: Nope')
      await refused(put(noVerb), 404, noMethod)
      await refused(put(noApi), 404, noResource)
    },
  },
  does: {
    'the response is there beside the others': async (world) => {
      const { method, noStatus } = await petsMethod(world)
      await world.send(new PutMethodResponseCommand(noStatus))
      const { methodResponses } = await world.send(new GetMethodCommand(method))
      expect(methodResponses).toEqual({ '200': { statusCode: '200' }, '404': { statusCode: '404' } })
    },
  },
})

describeOperation('GetMethodResponse', {
  accepts: {
    'a status of the method': async (world) => {
      expect(await statusOf(world.send(new GetMethodResponseCommand((await petsMethod(world)).response)))).toBe(200)
    },
  },
  refuses: {
    'statuses, methods and APIs that aren’t there': async (world) => {
      const { noStatus, noVerb, noApi } = await petsMethod(world)
      const get = (at: object) => world.send(new GetMethodResponseCommand({ ...noStatus, ...at }))
      await refused(get({}), 404, noResponse)
      await refused(get(noVerb), 404, noMethod)
      await refused(get(noApi), 404, noResource)
    },
  },
  does: {
    'it shows what was put': async (world) => {
      const { noStatus } = await petsMethod(world)
      const responseParameters = { 'method.response.header.a': false }
      await world.send(new PutMethodResponseCommand({ ...noStatus, responseParameters }))
      const read = await bare(world.send(new GetMethodResponseCommand(noStatus)))
      expect(read).toEqual({ statusCode: '404', responseParameters })
    },
  },
})

describeOperation('UpdateMethodResponse', {
  accepts: {
    'headers and models, with the status 201 of its schema': async (world) => {
      const { response } = await petsMethod(world)
      const patchOperations = [
        add('/responseParameters/method.response.header.a', 'true'),
        add('/responseModels/application~1json', 'Error'),
      ]
      expect(await world.send(new UpdateMethodResponseCommand({ ...response, patchOperations }))).toMatchObject({
        $metadata: { httpStatusCode: 201 },
        statusCode: '200',
        responseParameters: { 'method.response.header.a': true },
        responseModels: { 'application/json': 'Error' },
      })
    },
  },
  refuses: {
    'other paths, headers and models that can’t be, and what isn’t there': async (world) => {
      const { response, noStatus, noVerb, noApi } = await petsMethod(world)
      const update = (operation: ReturnType<typeof add>, at: object = {}) =>
        world.send(new UpdateMethodResponseCommand({ ...response, ...at, patchOperations: [operation] }))
      await refused(update(replace('/statusCode', '201')), 400, 'Invalid patch path /statusCode')
      await refused(update(add('/responseParameters/method.body.x', 'true')), 400, wrongHeader)
      const gone = update(remove('/responseParameters/method.response.header.a'))
      await refused(gone, 404, 'Invalid parameter name specified')
      const model = update(add('/responseModels/application~1json', 'Nope'))
      await refused(model, 400, 'Invalid model identifier specified: Nope')
      const header = add('/responseParameters/method.response.header.a', 'true')
      await refused(update(header, noStatus), 404, noResponse)
      await refused(update(header, noVerb), 404, noMethod)
      await refused(update(header, noApi), 404, noResource)
    },
  },
  does: {
    'what was set is read back, what was removed is absent': async (world) => {
      const { response } = await petsMethod(world)
      const at = '/responseParameters/method.response.header'
      const update = (...patchOperations: ReturnType<typeof add>[]) =>
        world.send(new UpdateMethodResponseCommand({ ...response, patchOperations }))
      await update(add(`${at}.a`, 'true'), add(`${at}.b`, 'false'))
      await update(remove(`${at}.a`))
      const { responseParameters } = await world.send(new GetMethodResponseCommand(response))
      expect(responseParameters).toEqual({ 'method.response.header.b': false })
    },
  },
})

describeOperation('DeleteMethodResponse', {
  accepts: {
    'a status of the method': async (world) => {
      expect(await statusOf(world.send(new DeleteMethodResponseCommand((await petsMethod(world)).response)))).toBe(204)
    },
  },
  refuses: {
    'statuses, methods and APIs that aren’t there': async (world) => {
      const { noStatus, noVerb, noApi } = await petsMethod(world)
      const drop = (at: object) => world.send(new DeleteMethodResponseCommand({ ...noStatus, ...at }))
      await refused(drop({}), 404, noResponse)
      await refused(drop(noVerb), 404, noMethod)
      await refused(drop(noApi), 404, noResource)
    },
  },
  does: {
    'the response is gone': async (world) => {
      const { response, method } = await petsMethod(world)
      await world.send(new DeleteMethodResponseCommand(response))
      expect(await world.send(new GetMethodCommand(method))).not.toHaveProperty('methodResponses')
    },
  },
})
