import {
  CreateAuthorizerCommand,
  DeleteAuthorizerCommand,
  GetAuthorizerCommand,
  GetAuthorizersCommand,
  UpdateAuthorizerCommand,
  UpdateMethodCommand,
  type CreateAuthorizerCommandInput,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import {
  bare,
  describeOperation,
  invalid,
  refused,
  statusOf,
  wrongPosition,
  type World,
} from '../testing/describe-operation.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const authorizerUri =
  'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:a/invocations'
const pool = 'arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abc'
const cognito = {
  type: 'COGNITO_USER_POOLS',
  authorizerUri: undefined,
  providerARNs: [pool],
} satisfies Partial<CreateAuthorizerCommandInput>
const unknown = 'Invalid Authorizer identifier specified'
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', authorizerId: 'none' }
const types = 'Member must satisfy enum value set: [TOKEN, REQUEST, COGNITO_USER_POOLS]'
const wrongTtl = 'Authorizer result TTL must be between 0 and 3600 seconds'
const wrongPool = 'Invalid Cognito User Pool ARN specified for authorizer'

async function withApi({ apiGateway, send }: World) {
  const { restApiId, petsId: resourceId } = await smallApi(apiGateway)
  const create = (more: Partial<CreateAuthorizerCommandInput> = {}) => {
    const wanted = { restApiId, name: 'a', type: 'TOKEN', authorizerUri, ...more } as const
    return send(new CreateAuthorizerCommand(wanted))
  }
  const update = (authorizerId: string | undefined, ...patchOperations: PatchOperation[]) =>
    send(new UpdateAuthorizerCommand({ restApiId, authorizerId, patchOperations }))
  const guard = (authorizerId = '', authorizationType = 'CUSTOM') => {
    const patchOperations = [replace('/authorizationType', authorizationType), replace('/authorizerId', authorizerId)]
    return send(new UpdateMethodCommand({ restApiId, resourceId, httpMethod: 'GET', patchOperations }))
  }
  return { restApiId, create, update, guard, absent: { restApiId, authorizerId: 'none' } }
}

describeOperation('CreateAuthorizer', {
  accepts: {
    'the three types, each with what it needs': async (world) => {
      const { create } = await withApi(world)
      expect(await statusOf(create())).toBe(201)
      const request = {
        type: 'REQUEST',
        identitySource: 'method.request.header.x',
        authorizerResultTtlInSeconds: 0,
      } as const
      expect(await create({ ...request, name: 'b' })).toMatchObject(request)
      const pools = { authType: 'cognito_user_pools', providerARNs: [pool] }
      expect(await create({ ...cognito, name: 'c' })).toMatchObject(pools)
    },
  },
  refuses: {
    'unknown types, and what its type doesn’t allow': async (world) => {
      const { create } = await withApi(world)
      const wrongType = `Value 'NOPE' at 'createAuthorizerInput.type' failed to satisfy constraint: ${types}`
      await invalid(create({ type: 'NOPE' as 'TOKEN' }), wrongType)
      const uri =
        'Invalid Authorizer URI: x. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.'
      await refused(create({ authorizerUri: 'x' }), 400, uri)
      await refused(create({ type: 'COGNITO_USER_POOLS', providerARNs: ['x'] }), 400, wrongPool)
      await refused(create({ authorizerResultTtlInSeconds: 3601 }), 400, wrongTtl)
      const source = 'Identity source must be specified for a REQUEST authorizer with caching'
      await refused(create({ type: 'REQUEST' }), 400, source)
    },
    'names that are empty or given already, and unknown APIs': async (world) => {
      const { create } = await withApi(world)
      await create()
      const twin = 'Authorizer name must be unique. Authorizer a already exists in this RestApi.'
      await refused(create(), 409, twin)
      await refused(create({ name: '' }), 400, 'Authorizer name must be non-empty')
      await refused(create({ restApiId: 'none' }), 404, unknownApi(world))
    },
  },
  does: {
    'tokens come from the Authorization header where nothing else is said': async (world) => {
      const { create } = await withApi(world)
      expect(await bare(create())).toEqual({
        id: expect.stringMatching(/^[a-z0-9]{6}$/),
        name: 'a',
        type: 'TOKEN',
        authType: 'custom',
        authorizerUri,
        identitySource: 'method.request.header.Authorization',
      })
    },
    'methods can be guarded by it': async (world) => {
      const { create, guard } = await withApi(world)
      const { id } = await create()
      expect(await guard(id)).toMatchObject({ authorizationType: 'CUSTOM', authorizerId: id })
    },
  },
})

describeOperation('GetAuthorizer', {
  accepts: {
    'the id of an authorizer': async (world) => {
      const { restApiId, create } = await withApi(world)
      const { id: authorizerId } = await create()
      expect(await statusOf(world.send(new GetAuthorizerCommand({ restApiId, authorizerId })))).toBe(200)
    },
  },
  refuses: {
    'unknown ids and APIs': async (world) => {
      await refused(world.send(new GetAuthorizerCommand((await withApi(world)).absent)), 404, unknown)
      await refused(world.send(new GetAuthorizerCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it shows what was made': async (world) => {
      const { restApiId, create } = await withApi(world)
      const made = await bare(create({ authorizerResultTtlInSeconds: 60 }))
      expect(await bare(world.send(new GetAuthorizerCommand({ restApiId, authorizerId: made.id })))).toEqual(made)
    },
  },
})

describeOperation('GetAuthorizers', {
  accepts: {
    'a limit and a position': async (world) => {
      const { restApiId, create } = await withApi(world)
      for (const name of ['a', 'b']) await create({ name })
      const { items, position } = await world.send(new GetAuthorizersCommand({ restApiId, limit: 1 }))
      expect(items).toMatchObject([{ name: 'a' }])
      const next = await world.send(new GetAuthorizersCommand({ restApiId, position }))
      expect(next.items).toMatchObject([{ name: 'b' }])
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { restApiId } = await withApi(world)
      await refused(world.send(new GetAuthorizersCommand({ restApiId, position: 'x' })), 400, wrongPosition)
      await refused(world.send(new GetAuthorizersCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it lists the authorizers of one API only': async (world) => {
      const { restApiId, create } = await withApi(world)
      const { id } = await create()
      await (await withApi(world)).create()
      expect((await world.send(new GetAuthorizersCommand({ restApiId }))).items).toMatchObject([{ id }])
    },
  },
})

describeOperation('UpdateAuthorizer', {
  accepts: {
    'each documented path': async (world) => {
      const { create, update } = await withApi(world)
      const { id } = await create()
      const changed = {
        name: 'b',
        authType: 'x',
        identityValidationExpression: '^Bearer .*',
        identitySource: 'method.request.header.Token',
        authorizerCredentials: 'arn:aws:iam::111122223333:role/r',
      }
      const texts = Object.entries(changed).map(([field, value]) => replace(`/${field}`, value))
      const updated = await update(id, ...texts, replace('/authorizerResultTtlInSeconds', '60'))
      expect(updated).toMatchObject({ ...changed, authorizerResultTtlInSeconds: 60 })
    },
    'pools that come and go': async (world) => {
      const { create, update } = await withApi(world)
      const { id } = await create(cognito)
      const path = '/providerARNs'
      const added = await update(id, { op: 'add', path, value: `${pool}d` })
      expect(added.providerARNs).toEqual([pool, `${pool}d`])
      expect((await update(id, { op: 'remove', path, value: pool })).providerARNs).toEqual([`${pool}d`])
      await refused(update(id, { op: 'remove', path, value: `${pool}d` }), 400, wrongPool)
    },
  },
  refuses: {
    'other paths, and what couldn’t have been made': async (world) => {
      const { create, update, absent } = await withApi(world)
      const { id } = await create()
      await refused(update(id, replace('/id', 'x')), 400, 'Invalid patch path /id')
      await refused(update(id, replace('/authorizerResultTtlInSeconds', 'soon')), 400, wrongTtl)
      const wrongType = `Value 'NOPE' at 'authorizer.type' failed to satisfy constraint: ${types}`
      await invalid(update(id, replace('/type', 'NOPE')), wrongType)
      await refused(world.send(new UpdateAuthorizerCommand(absent)), 404, unknown)
      await refused(world.send(new UpdateAuthorizerCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'what was set is read back': async (world) => {
      const { restApiId, create, update } = await withApi(world)
      const { id: authorizerId } = await create()
      await update(authorizerId, replace('/name', 'b'))
      const read = await world.send(new GetAuthorizerCommand({ restApiId, authorizerId }))
      expect(read).toMatchObject({ name: 'b', type: 'TOKEN' })
    },
  },
})

describeOperation('DeleteAuthorizer', {
  accepts: {
    'one that guards nothing': async (world) => {
      const { restApiId, create } = await withApi(world)
      const { id: authorizerId } = await create()
      expect(await statusOf(world.send(new DeleteAuthorizerCommand({ restApiId, authorizerId })))).toBe(202)
    },
  },
  refuses: {
    'one in use, unknown ids and APIs': async (world) => {
      const { restApiId, create, guard, absent } = await withApi(world)
      const { id: authorizerId } = await create()
      await guard(authorizerId)
      const used = "Cannot delete authorizer 'a', is referenced in method: /pets/GET"
      await refused(world.send(new DeleteAuthorizerCommand({ restApiId, authorizerId })), 409, used)
      await refused(world.send(new DeleteAuthorizerCommand(absent)), 404, unknown)
      await refused(world.send(new DeleteAuthorizerCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'it is gone once no method needs it': async (world) => {
      const { restApiId, create, guard } = await withApi(world)
      const { id: authorizerId } = await create()
      await guard(authorizerId)
      await guard('', 'NONE')
      await world.send(new DeleteAuthorizerCommand({ restApiId, authorizerId }))
      expect((await world.send(new GetAuthorizersCommand({ restApiId }))).items).toEqual([])
    },
  },
})
