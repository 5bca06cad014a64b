import {
  CreateRequestValidatorCommand,
  DeleteRequestValidatorCommand,
  GetRequestValidatorCommand,
  GetRequestValidatorsCommand,
  UpdateMethodCommand,
  UpdateRequestValidatorCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway } = await emulated()
  const { restApiId, petsId: resourceId } = await smallApi(apiGateway)
  const send = sender(apiGateway)
  const { $metadata, ...made } = await send(new CreateRequestValidatorCommand({ restApiId, name: 'all' }))
  const one = { restApiId, requestValidatorId: made.id ?? '' }
  return { send, restApiId, resourceId, made, one, status: $metadata.httpStatusCode }
}

test('accepts: a validator, which checks nothing until told to', async () => {
  const { made, status } = await started()
  expect(status).toBe(201)
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6}$/),
    name: 'all',
    validateRequestBody: false,
    validateRequestParameters: false,
  })
})

test('refuses: an unknown one, another path, and to go while in use', async () => {
  const { send, restApiId, resourceId, one } = await started()
  const absent = { name: 'NotFoundException', message: 'Invalid Request Validator identifier specified' }
  const none = { restApiId, requestValidatorId: 'none' }
  await expect(send(new GetRequestValidatorCommand(none))).rejects.toMatchObject(absent)
  await expect(send(new DeleteRequestValidatorCommand(none))).rejects.toMatchObject(absent)
  const patchOperations = [replace('/id', 'x')]
  await expect(send(new UpdateRequestValidatorCommand({ ...one, patchOperations }))).rejects.toThrow(
    'Invalid patch path /id',
  )
  const used = [replace('/requestValidatorId', one.requestValidatorId)]
  await send(new UpdateMethodCommand({ restApiId, resourceId, httpMethod: 'GET', patchOperations: used }))
  await expect(send(new DeleteRequestValidatorCommand(one))).rejects.toMatchObject({ name: 'ConflictException' })
})

test('does: name and both checks change, lists show it, a delete takes it away', async () => {
  const { send, restApiId, one } = await started()
  const patchOperations = [
    replace('/name', 'body'),
    replace('/validateRequestBody', 'true'),
    replace('/validateRequestParameters', 'TRUE'),
  ]
  await send(new UpdateRequestValidatorCommand({ ...one, patchOperations }))
  const changed = { name: 'body', validateRequestBody: true, validateRequestParameters: true }
  expect(await send(new GetRequestValidatorCommand(one))).toMatchObject(changed)
  const { items } = await send(new GetRequestValidatorsCommand({ restApiId }))
  expect(items).toEqual([{ id: one.requestValidatorId, ...changed }])
  expect((await send(new DeleteRequestValidatorCommand(one))).$metadata.httpStatusCode).toBe(202)
  expect((await send(new GetRequestValidatorsCommand({ restApiId }))).items).toEqual([])
})
