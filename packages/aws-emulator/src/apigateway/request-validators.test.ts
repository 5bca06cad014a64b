import {
  CreateRequestValidatorCommand,
  DeleteRequestValidatorCommand,
  GetRequestValidatorCommand,
  GetRequestValidatorsCommand,
  UpdateMethodCommand,
  UpdateRequestValidatorCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const unknown = 'Invalid Request Validator identifier specified'
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', requestValidatorId: 'none' }

async function withOne({ apiGateway, send }: World) {
  const { restApiId, petsId: resourceId } = await smallApi(apiGateway)
  const { id = '' } = await send(new CreateRequestValidatorCommand({ restApiId, name: 'all' }))
  const use = () => {
    const patchOperations = [replace('/requestValidatorId', id)]
    return send(new UpdateMethodCommand({ restApiId, resourceId, httpMethod: 'GET', patchOperations }))
  }
  return { restApiId, use, one: { restApiId, requestValidatorId: id }, absent: { restApiId, requestValidatorId: 'x' } }
}

describeOperation('CreateRequestValidator', {
  accepts: {
    'a name and the two checks': async (world) => {
      const { restApiId } = await withOne(world)
      const asked = { name: 'body', validateRequestBody: true, validateRequestParameters: true }
      const made = await world.send(new CreateRequestValidatorCommand({ restApiId, ...asked }))
      expect(made).toMatchObject({ ...asked, $metadata: { httpStatusCode: 201 } })
    },
  },
  refuses: {
    'unknown APIs': (world) => refused(world.send(new CreateRequestValidatorCommand(noApi)), 404, unknownApi(world)),
  },
  does: {
    'a validator checks nothing until told to': async (world) => {
      const { one } = await withOne(world)
      expect(await bare(world.send(new GetRequestValidatorCommand(one)))).toEqual({
        id: expect.stringMatching(/^[a-z0-9]{6}$/),
        name: 'all',
        validateRequestBody: false,
        validateRequestParameters: false,
      })
    },
  },
})

describeOperation('GetRequestValidator', {
  accepts: {
    'the id of a validator': async (world) => {
      expect(await statusOf(world.send(new GetRequestValidatorCommand((await withOne(world)).one)))).toBe(200)
    },
  },
  refuses: {
    'unknown ids and APIs': async (world) => {
      await refused(world.send(new GetRequestValidatorCommand((await withOne(world)).absent)), 404, unknown)
      await refused(world.send(new GetRequestValidatorCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it shows the validator that was asked for': async (world) => {
      const { one } = await withOne(world)
      const read = await world.send(new GetRequestValidatorCommand(one))
      expect(read).toMatchObject({ id: one.requestValidatorId, name: 'all' })
    },
  },
})

describeOperation('GetRequestValidators', {
  accepts: {
    'a limit and a position': async (world) => {
      const { restApiId } = await withOne(world)
      await world.send(new CreateRequestValidatorCommand({ restApiId, name: 'second' }))
      const { items, position } = await world.send(new GetRequestValidatorsCommand({ restApiId, limit: 1 }))
      expect(items).toMatchObject([{ name: 'all' }])
      const next = await world.send(new GetRequestValidatorsCommand({ restApiId, position }))
      expect(next.items).toMatchObject([{ name: 'second' }])
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { restApiId } = await withOne(world)
      await refused(world.send(new GetRequestValidatorsCommand({ restApiId, position: 'x' })), 400, wrongPosition)
      await refused(world.send(new GetRequestValidatorsCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it lists the validators of one API only': async (world) => {
      const { restApiId, one } = await withOne(world)
      await withOne(world)
      const { items } = await world.send(new GetRequestValidatorsCommand({ restApiId }))
      expect(items).toEqual([
        { id: one.requestValidatorId, name: 'all', validateRequestBody: false, validateRequestParameters: false },
      ])
    },
  },
})

describeOperation('UpdateRequestValidator', {
  accepts: {
    'every documented path': async (world) => {
      const { one } = await withOne(world)
      const patchOperations = [replace('/name', 'body'), replace('/validateRequestBody', 'true')]
      const update = new UpdateRequestValidatorCommand({ ...one, patchOperations })
      expect(await world.send(update)).toMatchObject({ name: 'body', validateRequestBody: true })
    },
  },
  refuses: {
    'other paths and verbs, unknown ids and APIs': async (world) => {
      const { one, absent } = await withOne(world)
      const update = (operation: ReturnType<typeof replace>) =>
        world.send(new UpdateRequestValidatorCommand({ ...one, patchOperations: [operation] }))
      await refused(update(replace('/id', 'x')), 400, 'Invalid patch path /id')
      const verbs = 'Invalid patch operation specified. Must be one of: [replace]'
      await refused(update({ op: 'remove', path: '/name' }), 400, verbs)
      await refused(world.send(new UpdateRequestValidatorCommand(absent)), 404, unknown)
      await refused(world.send(new UpdateRequestValidatorCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'what was set is read back': async (world) => {
      const { one } = await withOne(world)
      const patchOperations = [replace('/validateRequestBody', 'true'), replace('/validateRequestParameters', 'TRUE')]
      await world.send(new UpdateRequestValidatorCommand({ ...one, patchOperations }))
      const changed = { name: 'all', validateRequestBody: true, validateRequestParameters: true }
      expect(await world.send(new GetRequestValidatorCommand(one))).toMatchObject(changed)
    },
  },
})

describeOperation('DeleteRequestValidator', {
  accepts: {
    'one that no method uses': async (world) => {
      expect(await statusOf(world.send(new DeleteRequestValidatorCommand((await withOne(world)).one)))).toBe(202)
    },
  },
  refuses: {
    'one in use, unknown ids and APIs': async (world) => {
      const { one, use, absent } = await withOne(world)
      await use()
      const used = `Cannot delete request validator '${one.requestValidatorId}', is referenced in method: /pets/GET`
      await refused(world.send(new DeleteRequestValidatorCommand(one)), 409, used)
      await refused(world.send(new DeleteRequestValidatorCommand(absent)), 404, unknown)
      await refused(world.send(new DeleteRequestValidatorCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it is gone, and no method can name it': async (world) => {
      const { one, use } = await withOne(world)
      await world.send(new DeleteRequestValidatorCommand(one))
      await refused(world.send(new GetRequestValidatorCommand(one)), 404, unknown)
      await refused(use(), 400, unknown)
    },
  },
})
