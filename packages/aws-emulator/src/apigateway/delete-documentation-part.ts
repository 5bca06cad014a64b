import type { DeleteDocumentationPartRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'
import { findDocumentationPart } from './documentation-parts.ts'
import { findRestApi } from './rest-apis.ts'

export function deleteDocumentationPart(call: Call, input: DeleteDocumentationPartRequest): void {
  const api = findRestApi(call, input.restApiId)
  const { id } = findDocumentationPart(call, api.id, input.documentationPartId)
  call.unit.delete(definitionKinds.documentationPart, childKey(api.id, id))
}
