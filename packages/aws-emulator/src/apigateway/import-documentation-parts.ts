import type { DocumentationPartIds, ImportDocumentationPartsRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { importParts } from './openapi/import-documentation.ts'
import { readDocument } from './openapi/read-document.ts'
import { findRestApi } from './rest-apis.ts'

/** Reads `x-amazon-apigateway-documentation` of an OpenAPI document; the default is to merge (documented). */
export function importDocumentationParts(call: Call, input: ImportDocumentationPartsRequest): DocumentationPartIds {
  const document = readDocument(input.body)
  const api = findRestApi(call, input.restApiId)
  const { ids, warnings } = importParts(call, api.id, document, input.mode ?? 'merge')
  if (input.failOnWarnings && warnings.length > 0)
    throw badRequest(`Warnings found during import:\n\t${warnings.join('\n\t')}`)
  return { ids, warnings: warnings.length > 0 ? warnings : undefined }
}
