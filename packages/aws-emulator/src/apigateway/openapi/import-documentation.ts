import type { DocumentationPartLocation } from '@aws-sdk/client-api-gateway'
import { AwsError } from '../../lib/aws-error.ts'
import { isRecord } from '../../protocol/check-shape.ts'
import { newId, type Call } from '../call.ts'
import { childKey, definitionKinds, type DocumentationPartRecord } from '../definition-records.ts'
import {
  checkedLocation,
  checkProperties,
  documentationParts,
  putDocumentationPart,
  sameLocation,
} from '../documentation-parts.ts'
import type { OpenApiDocument } from './read-document.ts'

/**
 * Parts of `x-amazon-apigateway-documentation`. A part at a known location takes the new properties on top of its own when
 * merging, in their place when overwriting, which also drops all others (documented). Broken parts are warnings.
 */
export function importParts(call: Call, apiId: string, document: OpenApiDocument, mode: string) {
  const extension = document['x-amazon-apigateway-documentation']
  const listed = isRecord(extension) ? extension['documentationParts'] : undefined
  const known = documentationParts(call, apiId)
  const warnings: string[] = []
  const kept: DocumentationPartRecord[] = []
  for (const value of Array.isArray(listed) ? listed : []) {
    try {
      kept.push(importedPart(call, apiId, value, mode === 'merge' ? known : [], known))
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      warnings.push(`Unable to import documentation part: ${error.message}`)
    }
  }
  if (mode === 'overwrite') {
    for (const { id } of known) call.unit.delete(definitionKinds.documentationPart, childKey(apiId, id))
  }
  for (const part of kept) putDocumentationPart(call, part)
  return { ids: kept.map(({ id }) => id), warnings }
}

function importedPart(
  call: Call,
  apiId: string,
  value: unknown,
  merged: DocumentationPartRecord[],
  known: DocumentationPartRecord[],
): DocumentationPartRecord {
  const { location: at, properties } = isRecord(value) ? value : {}
  const location = checkedLocation(locationOf(at), 'location')
  const before = merged.find((part) => sameLocation(part.location, location))
  const text = typeof properties === 'string' ? properties : JSON.stringify(properties ?? null)
  checkProperties(text)
  const whole = before
    ? JSON.stringify({ ...(JSON.parse(before.properties) as object), ...(JSON.parse(text) as object) })
    : text
  const id = known.find((part) => sameLocation(part.location, location))?.id ?? newId(call, 6)
  return { apiId, id, location, properties: whole }
}

/** Texts only: what else stands there isn't a location. */
function locationOf(value: unknown): DocumentationPartLocation {
  const texts = Object.entries(isRecord(value) ? value : {}).map(([field, text]) => [field, String(text)])
  return Object.fromEntries(texts) as DocumentationPartLocation
}
