import {
  DeleteIntegrationCommand,
  GetIntegrationCommand,
  GetMethodCommand,
  PutIntegrationCommand,
  UpdateIntegrationCommand,
  type PatchOperation,
  type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, invalid, refused, statusOf, type World } from '../testing/describe-operation.ts'
import { add, mapping, noMethod, noResource, petsMethod } from '../testing/pets-method.ts'
import { remove, replace } from '../testing/small-api.ts'

const none = 'Invalid Integration identifier specified'
const wrongTime = 'Timeout should be between 50 ms and 29000 ms'
const types = 'Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]'
const lambda =
  'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:a/invocations'

async function withHttp(world: World) {
  const pets = await petsMethod(world)
  const put = (more: Partial<PutIntegrationCommandInput> = {}) => {
    const http = { type: 'HTTP', integrationHttpMethod: 'GET', uri: 'http://x.example' } as const
    return world.send(new PutIntegrationCommand({ ...pets.method, ...http, ...more }))
  }
  const change = (...patchOperations: PatchOperation[]) =>
    world.send(new UpdateIntegrationCommand({ ...pets.method, patchOperations }))
  return { ...pets, put, change }
}

describeOperation('PutIntegration', {
  accepts: {
    'every type, in the place of the one there was': async (world) => {
      const { put } = await withHttp(world)
      expect(await put()).toMatchObject({ type: 'HTTP', $metadata: { httpStatusCode: 201 } })
      expect(await put({ type: 'HTTP_PROXY' })).toMatchObject({ type: 'HTTP_PROXY' })
      expect(await put({ type: 'AWS_PROXY', uri: lambda })).toMatchObject({ type: 'AWS_PROXY', uri: lambda })
      const queue = 'arn:aws:apigateway:eu-central-1:sqs:path/1/q'
      expect(await put({ type: 'AWS', uri: queue })).toMatchObject({ type: 'AWS', uri: queue })
      const mock = { type: 'MOCK', uri: undefined, integrationHttpMethod: undefined } as const
      expect(await put(mock)).not.toHaveProperty('connectionType')
    },
  },
  refuses: {
    'endpoints and functions that are none, and what is out of bounds': async (world) => {
      const { put } = await withHttp(world)
      await invalid(
        put({ type: 'NOPE' as 'AWS' }),
        `Value 'NOPE' at 'putIntegrationInput.type' failed to satisfy constraint: ${types}`,
      )
      await refused(put({ uri: 'nowhere' }), 400, 'Invalid HTTP endpoint specified for URI')
      await refused(put({ type: 'AWS', uri: 'nowhere' }), 400, 'Invalid ARN specified in the request')
      const proxied =
        "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations."
      await refused(put({ type: 'AWS_PROXY', uri: lambda.replaceAll('lambda', 'sqs') }), 400, proxied)
      const verb = 'Enumeration value for HttpMethod must be non-empty'
      await refused(put({ integrationHttpMethod: undefined }), 400, verb)
      for (const timeoutInMillis of [49, 29001]) await refused(put({ timeoutInMillis }), 400, wrongTime)
      const link = put({ connectionType: 'VPC_LINK' })
      await refused(link, 400, 'Connection ID must be specified for a VPC_LINK connection')
    },
    'parameters that the method doesn’t have, unknown methods and APIs': async (world) => {
      const { put, noVerb, noApi } = await withHttp(world)
      const undeclared = { 'integration.request.path.a': 'method.request.path.a' }
      const sentence = mapping('Invalid mapping expression parameter specified: method.request.path.a')
      await refused(put({ requestParameters: undeclared }), 400, sentence)
      await refused(put(noVerb), 404, noMethod)
      await refused(put(noApi), 404, noResource)
    },
  },
  does: {
    'it has the recorded defaults': async (world) => {
      const { put, noVerb, petsId } = await withHttp(world)
      const at = { ...noVerb, httpMethod: 'GET' }
      await world.send(new DeleteIntegrationCommand(at))
      expect(await bare(put())).toEqual({
        type: 'HTTP',
        httpMethod: 'GET',
        uri: 'http://x.example',
        connectionType: 'INTERNET',
        passthroughBehavior: 'WHEN_NO_MATCH',
        timeoutInMillis: 29000,
        cacheNamespace: petsId,
        cacheKeyParameters: [],
      })
    },
  },
})

describeOperation('GetIntegration', {
  accepts: {
    'a method that has one': async (world) => {
      expect(await statusOf(world.send(new GetIntegrationCommand((await petsMethod(world)).method)))).toBe(200)
    },
  },
  refuses: {
    'methods without one, and what isn’t there': async (world) => {
      const { method, noVerb, noApi } = await petsMethod(world)
      await world.send(new DeleteIntegrationCommand(method))
      await refused(world.send(new GetIntegrationCommand(method)), 404, none)
      await refused(world.send(new GetIntegrationCommand(noVerb)), 404, noMethod)
      await refused(world.send(new GetIntegrationCommand(noApi)), 404, noResource)
    },
  },
  does: {
    'it shows what was put, with the responses that were there': async (world) => {
      const { put, method } = await withHttp(world)
      const made = await bare(put())
      const read = await bare(world.send(new GetIntegrationCommand(method)))
      expect(read).toEqual(made)
      expect(Object.keys(read.integrationResponses ?? {})).toEqual(['200'])
    },
  },
})

describeOperation('UpdateIntegration', {
  accepts: {
    'each documented path': async (world) => {
      const { put, change, update } = await withHttp(world)
      await update(add('/requestParameters/method.request.header.x', 'false'))
      await put()
      const updated = await change(
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
    },
  },
  refuses: {
    'other paths, and what couldn’t have been put': async (world) => {
      const { put, change, method, noVerb, noApi } = await withHttp(world)
      await put()
      await invalid(
        change(replace('/type', 'NOPE')),
        `Value 'NOPE' at 'integration.type' failed to satisfy constraint: ${types}`,
      )
      await refused(change(replace('/timeoutInMillis', 'soon')), 400, wrongTime)
      await refused(change(replace('/uri', 'nowhere')), 400, 'Invalid HTTP endpoint specified for URI')
      await refused(change(replace('/nope', 'x')), 400, 'Invalid patch path /nope')
      await world.send(new DeleteIntegrationCommand(method))
      await refused(change(replace('/uri', 'http://y')), 404, none)
      await refused(world.send(new UpdateIntegrationCommand(noVerb)), 404, noMethod)
      await refused(world.send(new UpdateIntegrationCommand(noApi)), 404, noResource)
    },
  },
  does: {
    'what is emptied is absent when read back': async (world) => {
      const { put, change, update, method } = await withHttp(world)
      await update(add('/requestParameters/method.request.header.x', 'false'))
      await put()
      const [key, parameter] = [
        '/cacheKeyParameters/method.request.header.x',
        '/requestParameters/integration.request.header.y',
      ]
      await change(add(key), add(parameter, 'method.request.header.x'), replace('/contentHandling', 'CONVERT_TO_TEXT'))
      await change(remove(key), remove(parameter), replace('/contentHandling', ''))
      const read = await world.send(new GetIntegrationCommand(method))
      expect(read.cacheKeyParameters).toEqual([])
      for (const gone of ['requestParameters', 'contentHandling']) expect(read).not.toHaveProperty(gone)
    },
  },
})

describeOperation('DeleteIntegration', {
  accepts: {
    'a method that has one': async (world) => {
      expect(await statusOf(world.send(new DeleteIntegrationCommand((await petsMethod(world)).method)))).toBe(204)
    },
  },
  refuses: {
    'methods without one, and what isn’t there': async (world) => {
      const { method, noVerb, noApi } = await petsMethod(world)
      await world.send(new DeleteIntegrationCommand(method))
      await refused(world.send(new DeleteIntegrationCommand(method)), 404, none)
      await refused(world.send(new DeleteIntegrationCommand(noVerb)), 404, noMethod)
      await refused(world.send(new DeleteIntegrationCommand(noApi)), 404, noResource)
    },
  },
  does: {
    'the method stays without it': async (world) => {
      const { method } = await petsMethod(world)
      await world.send(new DeleteIntegrationCommand(method))
      expect(await world.send(new GetMethodCommand(method))).not.toHaveProperty('methodIntegration')
    },
  },
})
