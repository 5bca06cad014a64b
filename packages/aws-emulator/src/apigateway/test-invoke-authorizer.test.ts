import {
  CreateAuthorizerCommand,
  TestInvokeAuthorizerCommand,
  type CreateAuthorizerCommandInput,
  type TestInvokeAuthorizerCommandInput,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { describeOperation } from '../testing/describe-operation.ts'
import { calledApi } from '../testing/calls-to-stage.ts'
import { sender } from '../testing/emulated.ts'
import { makeFunction, uriOf } from '../testing/world-functions.ts'

const tokens = {
  good: { principalId: 'ann', methods: ['GET/pets'] },
  never: { principalId: 'eve', effect: 'Deny' },
}

/** An authorizer, and a way to try it. */
async function started(behaviour: object = { tokens }, more: Partial<CreateAuthorizerCommandInput> = {}) {
  const called = await calledApi()
  const { apiGateway, api } = called
  await makeFunction(called, 'guard', { $LATEST: behaviour })
  const send = sender(apiGateway)
  const { restApiId } = api
  const wanted = { restApiId, name: 'a', type: 'TOKEN', authorizerUri: uriOf('guard'), ...more } as const
  const { id: authorizerId } = await send(new CreateAuthorizerCommand(wanted))
  const attempt = async (asked: Partial<TestInvokeAuthorizerCommandInput>) => {
    const { $metadata: _, ...answer } = await send(
      new TestInvokeAuthorizerCommand({ restApiId, authorizerId, ...asked }),
    )
    return answer
  }
  return { attempt, restApiId, authorizerId }
}

describeOperation('TestInvokeAuthorizer', {
  accepts: {
    'a token of the header, and shows principal, policy and what happened': async () => {
      const { attempt, restApiId, authorizerId } = await started()
      const { policy, log, ...answer } = await attempt({ headers: { Authorization: 'good' } })
      expect(answer).toEqual({ clientStatus: 0, latency: expect.any(Number), principalId: 'ann' })
      const stage = `arn:aws:execute-api:eu-central-1:111122223333:${restApiId}/ESTestInvoke-stage`
      expect(JSON.parse(policy ?? '')).toEqual({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: [`${stage}/GET/pets`] }],
      })
      expect(log).toMatch(
        /^Execution log for request [0-9a-f-]{36}\nThu Jan 15 12:00:00 UTC 2026 : Starting authorizer: /,
      )
      expect(log).toContain(`Starting authorizer: ${authorizerId}\n`)
      expect(log).toContain('Using valid authorizer policy for principal: ann\n')
      expect(await attempt({ headers: { Authorization: 'never' } })).toMatchObject({
        clientStatus: 0,
        principalId: 'eve',
      })
    },
    'several values of a header, a query and stage variables': async () => {
      const uri = uriOf('${stageVariables.fn}')
      const identitySource = 'method.request.header.Token, method.request.querystring.q'
      const { attempt } = await started({ tokens }, { type: 'REQUEST', authorizerUri: uri, identitySource })
      const asked = { multiValueHeaders: { token: ['good'] }, pathWithQueryString: '/x?q=1' }
      expect(await attempt({ ...asked, stageVariables: { fn: 'guard' } })).toMatchObject({ clientStatus: 0 })
      expect(await attempt(asked)).toMatchObject({ clientStatus: 500 })
    },
  },
  refuses: {
    'an authorizer that isn’t there': async () => {
      const { attempt } = await started()
      await expect(attempt({ authorizerId: 'none' })).rejects.toThrow('Invalid Authorizer identifier specified')
    },
  },
  does: {
    'no token of a user pool is valid, since there are none here': async () => {
      const providerARNs = ['arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abc']
      const { attempt } = await started({}, { type: 'COGNITO_USER_POOLS', authorizerUri: undefined, providerARNs })
      expect(await attempt({ headers: { Authorization: 'x' } })).toMatchObject({ clientStatus: 401 })
    },
    'it tells the status that a client would get, whatever goes wrong': async () => {
      const cases: [string, object, string | undefined, number][] = [
        ['no token', { tokens }, undefined, 401],
        ['a token that the function doesn’t know', { tokens }, 'unknown', 401],
        ['a function that fails', { outcomes: [{ kind: 'throw', share: 1 }] }, 'good', 500],
        ['an answer without a policy', { outcomes: [{ kind: 'payload', share: 1, payload: '{}' }] }, 'good', 500],
      ]
      for (const [why, behaviour, token, clientStatus] of cases) {
        const { attempt } = await started(behaviour)
        const answer = await attempt({ headers: token === undefined ? {} : { Authorization: token } })
        expect(answer, why).toMatchObject({ clientStatus })
        expect(answer).not.toHaveProperty('principalId')
        expect(answer).not.toHaveProperty('policy')
      }
    },
  },
})
