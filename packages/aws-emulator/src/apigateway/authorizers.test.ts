import {
  CreateAuthorizerCommand,
  DeleteAuthorizerCommand,
  GetAuthorizerCommand,
  GetAuthorizersCommand,
  UpdateAuthorizerCommand,
  UpdateMethodCommand,
  type CreateAuthorizerCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const authorizerUri =
  'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:a/invocations'
const pool = 'arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abc'

async function started() {
  const { apiGateway } = await emulated()
  const { restApiId, petsId: resourceId } = await smallApi(apiGateway)
  const send = sender(apiGateway)
  const create = async (more: Partial<CreateAuthorizerCommandInput> = {}) => {
    const wanted = { restApiId, name: 'a', type: 'TOKEN', authorizerUri, ...more } as const
    const { $metadata: _, ...authorizer } = await send(new CreateAuthorizerCommand(wanted))
    return authorizer
  }
  return { send, create, restApiId, resourceId }
}

test('accepts: the three types, each with what follows from it', async () => {
  const { create } = await started()
  expect(await create()).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6}$/),
    name: 'a',
    type: 'TOKEN',
    authType: 'custom',
    authorizerUri,
    identitySource: 'method.request.header.Authorization',
  })
  const request = {
    type: 'REQUEST',
    identitySource: 'method.request.header.x',
    authorizerResultTtlInSeconds: 0,
  } as const
  expect(await create({ ...request, name: 'b' })).toMatchObject(request)
  const cognito = {
    type: 'COGNITO_USER_POOLS',
    authorizerUri: undefined,
    providerARNs: [pool],
  } satisfies Partial<CreateAuthorizerCommandInput>
  expect(await create({ ...cognito, name: 'c' })).toMatchObject({
    authType: 'cognito_user_pools',
    providerARNs: [pool],
  })
})

test('refuses: unknown types, wrong URIs, pools and TTLs, unknown ids and paths', async () => {
  const { send, create, restApiId } = await started()
  await expect(create({ type: 'NOPE' as 'TOKEN' })).rejects.toThrow(
    "Value 'NOPE' at 'createAuthorizerInput.type' failed to satisfy constraint",
  )
  await expect(create({ authorizerUri: 'x' })).rejects.toThrow('Invalid Authorizer URI: x.')
  await expect(create({ type: 'COGNITO_USER_POOLS', providerARNs: ['x'] })).rejects.toThrow(
    'Invalid Cognito User Pool ARN',
  )
  await expect(create({ authorizerResultTtlInSeconds: 3601 })).rejects.toThrow('between 0 and 3600 seconds')
  await expect(create({ type: 'REQUEST' })).rejects.toThrow('Identity source must be specified')
  const none = { restApiId, authorizerId: 'none' }
  const absent = { name: 'NotFoundException', message: 'Invalid Authorizer identifier specified' }
  await expect(send(new GetAuthorizerCommand(none))).rejects.toMatchObject(absent)
  await expect(send(new DeleteAuthorizerCommand(none))).rejects.toMatchObject(absent)
  const { id = '' } = await create()
  await expect(create()).rejects.toThrow('Authorizer name must be unique.')
  const patchOperations = [replace('/id', 'x')]
  await expect(send(new UpdateAuthorizerCommand({ restApiId, authorizerId: id, patchOperations }))).rejects.toThrow(
    'Invalid patch path /id',
  )
})

test('does: each documented path changes, and one in use can’t go', async () => {
  const { send, create, restApiId, resourceId } = await started()
  const { id = '' } = await create()
  const one = { restApiId, authorizerId: id }
  const patchOperations = [
    replace('/name', 'b'),
    replace('/authorizerResultTtlInSeconds', '60'),
    replace('/identityValidationExpression', '^Bearer .*'),
    replace('/identitySource', 'method.request.header.Token'),
    replace('/authorizerCredentials', 'arn:aws:iam::111122223333:role/r'),
  ]
  await send(new UpdateAuthorizerCommand({ ...one, patchOperations }))
  expect(await send(new GetAuthorizerCommand(one))).toMatchObject({
    name: 'b',
    authorizerResultTtlInSeconds: 60,
    identityValidationExpression: '^Bearer .*',
    identitySource: 'method.request.header.Token',
    authorizerCredentials: 'arn:aws:iam::111122223333:role/r',
  })
  const guard = [replace('/authorizationType', 'CUSTOM'), replace('/authorizerId', id)]
  const method = { restApiId, resourceId, httpMethod: 'GET' }
  await send(new UpdateMethodCommand({ ...method, patchOperations: guard }))
  await expect(send(new DeleteAuthorizerCommand(one))).rejects.toMatchObject({ name: 'ConflictException' })
  await send(
    new UpdateMethodCommand({
      ...method,
      patchOperations: [replace('/authorizationType', 'NONE'), replace('/authorizerId', '')],
    }),
  )
  await send(new DeleteAuthorizerCommand(one))
  expect((await send(new GetAuthorizersCommand({ restApiId }))).items).toEqual([])
})

test('does: a pool is added to and taken from a Cognito authorizer', async () => {
  const { send, create, restApiId } = await started()
  const { id = '' } = await create({ type: 'COGNITO_USER_POOLS', authorizerUri: undefined, providerARNs: [pool] })
  const other = `${pool}d`
  const update = (op: 'add' | 'remove', value: string) =>
    send(
      new UpdateAuthorizerCommand({
        restApiId,
        authorizerId: id,
        patchOperations: [{ op, path: '/providerARNs', value }],
      }),
    )
  expect((await update('add', other)).providerARNs).toEqual([pool, other])
  expect((await update('remove', pool)).providerARNs).toEqual([other])
  await expect(update('remove', other)).rejects.toThrow('Invalid Cognito User Pool ARN')
})
