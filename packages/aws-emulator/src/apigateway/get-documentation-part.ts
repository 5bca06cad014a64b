import type { DocumentationPart, GetDocumentationPartRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { documentationPartOutput, findDocumentationPart } from './documentation-parts.ts'
import { findRestApi } from './rest-apis.ts'

export function getDocumentationPart(call: Call, input: GetDocumentationPartRequest): DocumentationPart {
  const api = findRestApi(call, input.restApiId)
  return documentationPartOutput(findDocumentationPart(call, api.id, input.documentationPartId))
}
