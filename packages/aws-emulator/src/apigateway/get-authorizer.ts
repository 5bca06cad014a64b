import type { Authorizer, GetAuthorizerRequest } from '@aws-sdk/client-api-gateway'
import { authorizerOutput, findAuthorizer } from './authorizers.ts'
import type { Call } from './call.ts'
import { findRestApi } from './rest-apis.ts'

export function getAuthorizer(call: Call, input: GetAuthorizerRequest): Authorizer {
  return authorizerOutput(findAuthorizer(call, findRestApi(call, input.restApiId).id, input.authorizerId))
}
