import type { DeleteAuthorizerRequest } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import { findAuthorizer } from './authorizers.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'

/** One in use can't go: from public reports of serverless users; the sentence is theirs. */
export function deleteAuthorizer(call: Call, input: DeleteAuthorizerRequest): void {
  const api = findRestApi(call, input.restApiId)
  const { id, name } = findAuthorizer(call, api.id, input.authorizerId)
  for (const { path, resourceMethods } of call.unit.list<ResourceRecord>(kinds.resource, `${api.id}/`)) {
    for (const [verb, { authorizerId }] of Object.entries(resourceMethods)) {
      if (authorizerId === id)
        throw conflict(`Cannot delete authorizer '${name}', is referenced in method: ${path}/${verb}`)
    }
  }
  call.unit.delete(definitionKinds.authorizer, childKey(api.id, id))
}
