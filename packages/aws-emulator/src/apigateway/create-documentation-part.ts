import type { CreateDocumentationPartRequest, DocumentationPart } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import { newId, type Call } from './call.ts'
import {
  checkedLocation,
  checkProperties,
  documentationPartOutput,
  documentationParts,
  putDocumentationPart,
  sameLocation,
} from './documentation-parts.ts'
import { findRestApi } from './rest-apis.ts'

/** One part for a location (documented); the sentence is guessed. */
export function createDocumentationPart(call: Call, input: CreateDocumentationPartRequest): DocumentationPart {
  const { properties = '' } = input
  const location = checkedLocation(input.location ?? { type: undefined }, 'createDocumentationPartInput.location')
  const api = findRestApi(call, input.restApiId)
  checkProperties(properties)
  if (documentationParts(call, api.id).some((other) => sameLocation(other.location, location))) {
    throw conflict('A documentation part already exists for the specified location')
  }
  const part = { apiId: api.id, id: newId(call, 6), location, properties }
  putDocumentationPart(call, part)
  return documentationPartOutput(part)
}
