import type { DocumentationPart, DocumentationPartLocation } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { definitionKinds, type DocumentationPartRecord, type ModelRecord } from './definition-records.ts'
import { sameLocation } from './documentation-parts.ts'
import { kinds, type ResourceRecord } from './records.ts'

/** What of the API has no part of its own: the API, its models, resources, methods and responses (which ones is guessed). */
export function undocumentedLocations(
  { unit }: Call,
  apiId: string,
  parts: DocumentationPartRecord[],
): DocumentationPart[] {
  const models = unit.list<ModelRecord>(definitionKinds.model, `${apiId}/`)
  const resources = unit.list<ResourceRecord>(kinds.resource, `${apiId}/`)
  const all: DocumentationPartLocation[] = [
    { type: 'API' },
    ...models.map(({ name }) => ({ type: 'MODEL' as const, name })),
    ...resources.flatMap(locationsOf),
  ]
  return all
    .filter((location) => !parts.some((part) => sameLocation(part.location, location)))
    .map((location) => ({ location }))
}

function locationsOf({ path, resourceMethods }: ResourceRecord): DocumentationPartLocation[] {
  const methods = Object.entries(resourceMethods).flatMap(([method, { methodResponses = {} }]) => [
    { type: 'METHOD' as const, path, method },
    ...Object.keys(methodResponses).map((statusCode) => ({ type: 'RESPONSE' as const, path, method, statusCode })),
  ])
  return [{ type: 'RESOURCE', path }, ...methods]
}
