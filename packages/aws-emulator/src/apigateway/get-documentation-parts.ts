import type {
  DocumentationPartLocation,
  DocumentationParts,
  GetDocumentationPartsRequest,
} from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import type { DocumentationPartRecord } from './definition-records.ts'
import { documentationPartOutput, documentationParts } from './documentation-parts.ts'
import { findRestApi } from './rest-apis.ts'
import { undocumentedLocations } from './undocumented-locations.ts'

/** Filters by type, name and path (documented); that the name is matched as a part of it is guessed. */
export function getDocumentationParts(
  call: Call,
  input: GetDocumentationPartsRequest,
): DocumentationParts & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const parts = documentationParts(call, api.id)
  const all =
    input.locationStatus === 'UNDOCUMENTED' ? undocumentedLocations(call, api.id, parts) : parts.map(documented)
  const wanted = all.filter(({ location }) => isAskedFor(location ?? { type: undefined }, input))
  const { items, position } = page(wanted, input.position, input.limit)
  return { items, position }
}

const documented = (part: DocumentationPartRecord) => documentationPartOutput(part)

function isAskedFor(location: DocumentationPartLocation, { type, nameQuery, path }: GetDocumentationPartsRequest) {
  return (
    (type === undefined || location.type === type) &&
    (path === undefined || location.path === path) &&
    (nameQuery === undefined || (location.name ?? '').includes(nameQuery))
  )
}
