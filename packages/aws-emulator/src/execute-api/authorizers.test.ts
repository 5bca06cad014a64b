import {
  CreateApiKeyCommand,
  CreateAuthorizerCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  UpdateRestApiCommand,
  type CreateAuthorizerCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { kinds } from '../apigateway/records.ts'
import { calledApi } from '../testing/calls-to-stage.ts'
import { testPlace } from '../testing/emulated.ts'
import { keyValue } from '../testing/keyed-api.ts'
import { replace } from '../testing/small-api.ts'
import { worldFunction } from '../world/world-function.ts'

const tokens = {
  good: { principalId: 'ann', context: { plan: 'gold', level: 3 }, usageIdentifierKey: keyValue },
  reader: { principalId: 'bob', methods: ['GET/who'] },
  never: { principalId: 'eve', effect: 'Deny' },
}

/** `GET /who` and `GET /also` behind an authorizer; `/who` answers with what it learns of the caller. */
async function guardedApi(authorizer: Partial<CreateAuthorizerCommandInput> = {}) {
  const called = await calledApi()
  const { put, deploy, emulator, api, apiGateway, call } = called
  const setTokens = (known: object) => {
    const versions = { $LATEST: { latency: { medianMs: 10, p99Ms: 20 }, outcomes: [], tokens: known } }
    const value = worldFunction.parse({ name: 'guard', versions, aliases: {} })
    emulator.store.commit([{ ...testPlace, kind: kinds.worldFunction, id: 'guard', value }])
  }
  setTokens(tokens)
  const authorizerUri =
    'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:guard/invocations'
  const { id: authorizerId } = await apiGateway.send(
    new CreateAuthorizerCommand({
      restApiId: api.restApiId,
      name: 'guard',
      type: 'TOKEN',
      authorizerUri,
      identitySource: 'method.request.header.Authorization',
      ...authorizer,
    }),
  )
  const method = { authorizationType: 'CUSTOM', authorizerId }
  const responseTemplates = {
    'application/json': '$context.authorizer.principalId $context.authorizer.plan $context.authorizer.level',
  }
  await put('who', method, {}, { responseTemplates })
  await put('also', method, {})
  await put('keyed', { ...method, apiKeyRequired: true }, {})
  await deploy()
  const as = (token: string, path = '/who') => call(path, { headers: { authorization: token } })
  return { ...called, as, setTokens }
}

test('who is known is let in, and the backend learns who it is', async () => {
  const { as } = await guardedApi()
  expect(await as('good')).toMatchObject({ status: 200, text: 'ann gold 3' })
  expect(await as('never')).toMatchObject({ status: 403 })
  expect(await as('unknown')).toMatchObject({ status: 401 })
})

test('a policy is about methods: one let in here is kept out there, from the cache too', async () => {
  const { as } = await guardedApi()
  expect((await as('reader')).status).toBe(200)
  expect((await as('reader', '/also')).status).toBe(403)
  expect((await as('reader')).status).toBe(200)
})

test('a token that doesn’t match the pattern is 401 before the function is asked', async () => {
  const { as } = await guardedApi({ identityValidationExpression: 'g.*' })
  expect((await as('good')).status).toBe(200)
  expect((await as('reader')).status).toBe(401)
})

test('an authorizer of requests looks at the sources of identity, each of which must be there', async () => {
  const identitySource = 'method.request.querystring.token, method.request.header.X-Tenant'
  const { call } = await guardedApi({ type: 'REQUEST', identitySource })
  const headers = { 'X-Tenant': 't1' }
  expect((await call('/who?token=good', { headers })).status).toBe(200)
  expect((await call('/who?token=good')).status).toBe(401)
  expect((await call('/who', { headers })).status).toBe(401)
})

test('an answer is kept for its time to live', async () => {
  const { as, setTokens, pass } = await guardedApi({ authorizerResultTtlInSeconds: 60 })
  expect((await as('good')).status).toBe(200)
  setTokens({})
  expect((await as('good')).status).toBe(200)
  await pass(60)
  expect((await as('good')).status).toBe(401)
})

test('the key may come from the authorizer', async () => {
  const { as, call, apiGateway, api } = await guardedApi()
  const { id: keyId } = await apiGateway.send(new CreateApiKeyCommand({ value: keyValue, enabled: true }))
  const apiStages = [{ apiId: api.restApiId, stage: 's1' }]
  const { id: usagePlanId } = await apiGateway.send(new CreateUsagePlanCommand({ name: 'plan', apiStages }))
  await apiGateway.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }))
  expect((await as('good', '/keyed')).status).toBe(403)
  const patchOperations = [replace('/apiKeySource', 'AUTHORIZER')]
  await apiGateway.send(new UpdateRestApiCommand({ restApiId: api.restApiId, patchOperations }))
  expect((await as('good', '/keyed')).status).toBe(200)
  expect((await call('/keyed', { headers: { authorization: 'reader', 'x-api-key': keyValue } })).status).toBe(403)
})
