import type { Authorizers, GetAuthorizersRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import { authorizerOutput } from './authorizers.ts'
import type { Call } from './call.ts'
import { definitionKinds, type AuthorizerRecord } from './definition-records.ts'
import { findRestApi } from './rest-apis.ts'

export function getAuthorizers(call: Call, input: GetAuthorizersRequest): Authorizers & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const authorizers = call.unit.list<AuthorizerRecord>(definitionKinds.authorizer, `${api.id}/`)
  const { items, position } = page(authorizers, input.position, input.limit)
  return { items: items.map(authorizerOutput), position }
}
