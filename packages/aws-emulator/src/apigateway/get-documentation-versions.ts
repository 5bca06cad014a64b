import type { DocumentationVersions, GetDocumentationVersionsRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { definitionKinds, type DocumentationVersionRecord } from './definition-records.ts'
import { documentationVersionOutput } from './documentation-versions.ts'
import { findRestApi } from './rest-apis.ts'

export function getDocumentationVersions(
  call: Call,
  input: GetDocumentationVersionsRequest,
): DocumentationVersions & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const versions = call.unit.list<DocumentationVersionRecord>(definitionKinds.documentationVersion, `${api.id}/`)
  const { items, position } = page(versions, input.position, input.limit)
  return { items: items.map(documentationVersionOutput), position }
}
