import type { Authorizer, CreateAuthorizerRequest } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import { checkEnum } from '../lib/check-enum.ts'
import { authorizerOutput, authorizerTypes, checkAuthorizer, putAuthorizer } from './authorizers.ts'
import { newId, type Call } from './call.ts'
import { definitionKinds, type AuthorizerRecord } from './definition-records.ts'
import { findRestApi } from './rest-apis.ts'

/**
 * `authType` follows from the type, and tokens come from the Authorization header where nothing else is said (documented).
 * A TTL that wasn't given is 300 s, and isn't shown (guessed).
 */
export function createAuthorizer(call: Call, input: CreateAuthorizerRequest): Authorizer {
  checkEnum(input.type, authorizerTypes, 'createAuthorizerInput.type')
  const api = findRestApi(call, input.restApiId)
  const known = call.unit.list<AuthorizerRecord>(definitionKinds.authorizer, `${api.id}/`)
  if (known.some(({ name }) => name === input.name)) {
    // Sentence after public reports: guessed.
    throw conflict(`Authorizer name must be unique. Authorizer ${input.name} already exists in this RestApi.`)
  }
  const { restApiId: _, ...asked } = input
  const fromHeader = input.type === 'REQUEST' ? undefined : 'method.request.header.Authorization'
  const authorizer: AuthorizerRecord = {
    ...asked,
    apiId: api.id,
    id: newId(call, 6),
    authType: input.authType ?? (input.type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom'),
    identitySource: input.identitySource ?? fromHeader,
  }
  checkAuthorizer(authorizer)
  putAuthorizer(call, authorizer)
  return authorizerOutput(authorizer)
}
