import type { DocumentationVersion, GetDocumentationVersionRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { documentationVersionOutput, findDocumentationVersion } from './documentation-versions.ts'
import { findRestApi } from './rest-apis.ts'

export function getDocumentationVersion(call: Call, input: GetDocumentationVersionRequest): DocumentationVersion {
  const api = findRestApi(call, input.restApiId)
  return documentationVersionOutput(findDocumentationVersion(call, api.id, input.documentationVersion))
}
