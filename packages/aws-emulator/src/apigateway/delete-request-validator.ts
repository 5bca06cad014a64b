import type { DeleteRequestValidatorRequest } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findRequestValidator } from './request-validators.ts'
import { findRestApi } from './rest-apis.ts'

/** That one in use can't go, and the sentence: guessed. */
export function deleteRequestValidator(call: Call, input: DeleteRequestValidatorRequest): void {
  const api = findRestApi(call, input.restApiId)
  const { id } = findRequestValidator(call, api.id, input.requestValidatorId)
  for (const { path, resourceMethods } of call.unit.list<ResourceRecord>(kinds.resource, `${api.id}/`)) {
    for (const [verb, { requestValidatorId }] of Object.entries(resourceMethods)) {
      if (requestValidatorId === id)
        throw conflict(`Cannot delete request validator '${id}', is referenced in method: ${path}/${verb}`)
    }
  }
  call.unit.delete(definitionKinds.requestValidator, childKey(api.id, id))
}
