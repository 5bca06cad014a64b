import {
  DeleteIntegrationCommand,
  DeleteIntegrationResponseCommand,
  GetIntegrationCommand,
  GetIntegrationResponseCommand,
  PutIntegrationResponseCommand,
  PutMethodResponseCommand,
  UpdateIntegrationResponseCommand,
  UpdateMethodResponseCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, invalid, refused, statusOf, type World } from '../testing/describe-operation.ts'
import { add, mapping, noMethod, noResource, noResponse, petsMethod, wrongStatus } from '../testing/pets-method.ts'
import { remove, replace } from '../testing/small-api.ts'

const noIntegration = 'Invalid Integration identifier specified'
const undeclared = { 'method.response.header.a': "'b'" }
const wrongParameter = mapping('Invalid mapping expression parameter specified: method.response.header.a')
const handlings = 'Member must satisfy enum value set: [CONVERT_TO_BINARY, CONVERT_TO_TEXT]'

/** The response 200 with a header `a` that the method declares. */
async function declared(world: World) {
  const pets = await petsMethod(world)
  const patchOperations = [add('/responseParameters/method.response.header.a', 'false')]
  await world.send(new UpdateMethodResponseCommand({ ...pets.response, patchOperations }))
  return pets
}

describeOperation('PutIntegrationResponse', {
  accepts: {
    'a pattern, headers, templates and the handling of bytes': async (world) => {
      const { response } = await declared(world)
      const asked = {
        selectionPattern: '2\\d\\d',
        responseParameters: undeclared,
        responseTemplates: { 'text/plain': 'x' },
        contentHandling: 'CONVERT_TO_TEXT',
      } as const
      const put = await world.send(new PutIntegrationResponseCommand({ ...response, ...asked }))
      expect(put).toMatchObject({ ...asked, statusCode: '200', $metadata: { httpStatusCode: 201 } })
    },
  },
  refuses: {
    'statuses and headers that the method doesn’t declare': async (world) => {
      const { response, noStatus } = await petsMethod(world)
      await refused(world.send(new PutIntegrationResponseCommand(noStatus)), 404, noResponse)
      const wrong = new PutIntegrationResponseCommand({ ...response, statusCode: 'x' })
      await invalid(world.send(wrong), wrongStatus('putIntegrationResponseInput'))
      const put = new PutIntegrationResponseCommand({ ...response, responseParameters: undeclared })
      await refused(world.send(put), 400, wrongParameter)
    },
    'methods without an integration, and what isn’t there': async (world) => {
      const { method, response, noVerb, noApi } = await petsMethod(world)
      const put = (at: object) => world.send(new PutIntegrationResponseCommand({ ...response, ...at }))
      await refused(put(noVerb), 404, noMethod)
      await refused(put(noApi), 404, noResource)
      await world.send(new DeleteIntegrationCommand(method))
      await refused(put({}), 404, noIntegration)
    },
  },
  does: {
    'the response is there beside the others': async (world) => {
      const { method, noStatus } = await petsMethod(world)
      await world.send(new PutMethodResponseCommand(noStatus))
      await world.send(new PutIntegrationResponseCommand(noStatus))
      const { integrationResponses = {} } = await world.send(new GetIntegrationCommand(method))
      expect(Object.keys(integrationResponses)).toEqual(['200', '404'])
      expect(integrationResponses['404']).toEqual({ statusCode: '404' })
    },
  },
})

describeOperation('GetIntegrationResponse', {
  accepts: {
    'a status of the integration': async (world) => {
      const { response } = await petsMethod(world)
      expect(await statusOf(world.send(new GetIntegrationResponseCommand(response)))).toBe(200)
    },
  },
  refuses: {
    'statuses, integrations, methods and APIs that aren’t there': async (world) => {
      const { method, noStatus, noVerb, noApi } = await petsMethod(world)
      const get = (at: object) => world.send(new GetIntegrationResponseCommand({ ...noStatus, ...at }))
      await refused(get({}), 404, noResponse)
      await refused(get(noVerb), 404, noMethod)
      await refused(get(noApi), 404, noResource)
      await world.send(new DeleteIntegrationCommand(method))
      await refused(get({}), 404, noIntegration)
    },
  },
  does: {
    'it shows what was put': async (world) => {
      const { response } = await petsMethod(world)
      const responseTemplates = { 'application/json': '{"pets":[]}' }
      const read = await bare(world.send(new GetIntegrationResponseCommand(response)))
      expect(read).toEqual({ statusCode: '200', responseTemplates })
    },
  },
})

describeOperation('UpdateIntegrationResponse', {
  accepts: {
    'each documented path': async (world) => {
      const { response } = await declared(world)
      const patchOperations = [
        replace('/selectionPattern', '2\\d\\d'),
        replace('/contentHandling', 'CONVERT_TO_BINARY'),
        add('/responseParameters/method.response.header.a', "'b'"),
        add('/responseTemplates/text~1plain', 'x'),
      ]
      const update = new UpdateIntegrationResponseCommand({ ...response, patchOperations })
      expect(await world.send(update)).toMatchObject({
        statusCode: '200',
        selectionPattern: '2\\d\\d',
        contentHandling: 'CONVERT_TO_BINARY',
        responseParameters: undeclared,
        responseTemplates: { 'application/json': '{"pets":[]}', 'text/plain': 'x' },
      })
    },
  },
  refuses: {
    'other paths, headers that the method doesn’t declare, and what isn’t there': async (world) => {
      const { response, noStatus, noVerb, noApi } = await petsMethod(world)
      const update = (operation: ReturnType<typeof add>, at: object = {}) =>
        world.send(new UpdateIntegrationResponseCommand({ ...response, ...at, patchOperations: [operation] }))
      await refused(update(replace('/statusCode', '201')), 400, 'Invalid patch path /statusCode')
      const header = add('/responseParameters/method.response.header.a', "'b'")
      await refused(update(header), 400, wrongParameter)
      const gone = update(remove('/responseParameters/method.response.header.a'))
      await refused(gone, 404, 'Invalid parameter name specified')
      const handling = update(replace('/contentHandling', 'NOPE'))
      await invalid(
        handling,
        `Value 'NOPE' at 'integrationResponse.contentHandling' failed to satisfy constraint: ${handlings}`,
      )
      await refused(update(header, noStatus), 404, noResponse)
      await refused(update(header, noVerb), 404, noMethod)
      await refused(update(header, noApi), 404, noResource)
    },
  },
  does: {
    'what was removed is absent when read back': async (world) => {
      const { response } = await petsMethod(world)
      const patchOperations = [remove('/responseTemplates/application~1json'), replace('/selectionPattern', '-')]
      await world.send(new UpdateIntegrationResponseCommand({ ...response, patchOperations }))
      const read = await bare(world.send(new GetIntegrationResponseCommand(response)))
      expect(read).toEqual({ statusCode: '200', selectionPattern: '-' })
    },
  },
})

describeOperation('DeleteIntegrationResponse', {
  accepts: {
    'a status of the integration': async (world) => {
      const { response } = await petsMethod(world)
      expect(await statusOf(world.send(new DeleteIntegrationResponseCommand(response)))).toBe(204)
    },
  },
  refuses: {
    'statuses, methods and APIs that aren’t there': async (world) => {
      const { noStatus, noVerb, noApi } = await petsMethod(world)
      const drop = (at: object) => world.send(new DeleteIntegrationResponseCommand({ ...noStatus, ...at }))
      await refused(drop({}), 404, noResponse)
      await refused(drop(noVerb), 404, noMethod)
      await refused(drop(noApi), 404, noResource)
    },
  },
  does: {
    'the response is gone, the integration stays': async (world) => {
      const { response, method } = await petsMethod(world)
      await world.send(new DeleteIntegrationResponseCommand(response))
      const left = await world.send(new GetIntegrationCommand(method))
      expect(left).toMatchObject({ type: 'MOCK' })
      expect(left).not.toHaveProperty('integrationResponses')
    },
  },
})
