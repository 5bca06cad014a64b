import type { DocumentationPart, DocumentationPartLocation } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import { checkEnum } from '../lib/check-enum.ts'
import { isRecord } from '../protocol/check-shape.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds, type DocumentationPartRecord } from './definition-records.ts'

/** In the order in which AWS prints the enum, as LocalStack quotes it. */
const documentationPartTypes = [
  'RESPONSE_BODY',
  'RESPONSE',
  'METHOD',
  'MODEL',
  'AUTHORIZER',
  'RESPONSE_HEADER',
  'RESOURCE',
  'PATH_PARAMETER',
  'REQUEST_BODY',
  'QUERY_PARAMETER',
  'API',
  'REQUEST_HEADER',
]

/** Sentence as LocalStack's recordings quote it: guessed. */
export function findDocumentationPart({ unit }: Call, apiId: string, id: string | undefined): DocumentationPartRecord {
  const part = unit.get<DocumentationPartRecord>(definitionKinds.documentationPart, childKey(apiId, id))
  if (!part) throw notFound('Invalid Documentation part identifier specified')
  return part
}

export const documentationParts = ({ unit }: Call, apiId: string) =>
  unit.list<DocumentationPartRecord>(definitionKinds.documentationPart, `${apiId}/`)

export function putDocumentationPart({ unit }: Call, part: DocumentationPartRecord): void {
  unit.put(definitionKinds.documentationPart, childKey(part.apiId, part.id), part)
}

export const documentationPartOutput = ({ apiId: _, ...part }: DocumentationPartRecord): DocumentationPart => part

/** Fields that a type's location may have, and what stands for one that isn't given (documented). */
const fieldsOf: Record<string, ('path' | 'method' | 'statusCode' | 'name')[]> = {
  API: [],
  AUTHORIZER: ['name'],
  MODEL: ['name'],
  RESOURCE: ['path'],
  METHOD: ['path', 'method'],
  PATH_PARAMETER: ['path', 'method', 'name'],
  QUERY_PARAMETER: ['path', 'method', 'name'],
  REQUEST_HEADER: ['path', 'method', 'name'],
  REQUEST_BODY: ['path', 'method'],
  RESPONSE: ['path', 'method', 'statusCode'],
  RESPONSE_HEADER: ['path', 'method', 'statusCode', 'name'],
  RESPONSE_BODY: ['path', 'method', 'statusCode'],
}

const standard = { path: '/', method: '*', statusCode: '*', name: undefined }

/** Which fields a type takes is documented; the sentences are guessed. */
export function checkedLocation(location: DocumentationPartLocation, at: string): DocumentationPartLocation {
  checkEnum(location.type, documentationPartTypes, `${at}.type`)
  const { type, ...given } = location
  const fields = fieldsOf[type ?? ''] ?? []
  const stray = Object.entries(given).find(([field, value]) => value !== undefined && !fields.includes(field as 'path'))
  if (stray) throw badRequest(`The property '${stray[0]}' is not allowed for the location of type ${type}.`)
  const whole: DocumentationPartLocation = { type }
  for (const field of fields) {
    const value = given[field] ?? standard[field]
    if (value === undefined) throw badRequest(`The property '${field}' is required for the location of type ${type}.`)
    whole[field] = value
  }
  return whole
}

export const sameLocation = (a: DocumentationPartLocation, b: DocumentationPartLocation) =>
  locationKey(a) === locationKey(b)

const locationKey = ({ type, path, method, statusCode, name }: DocumentationPartLocation) =>
  JSON.stringify([type, path, method, statusCode, name])

/** Properties are the text of a JSON object that isn't empty (documented); the sentence is guessed. */
export function checkProperties(properties: string): void {
  try {
    const parsed: unknown = JSON.parse(properties)
    if (isRecord(parsed) && Object.keys(parsed).length > 0) return
  } catch {
    // Told below.
  }
  throw badRequest('Invalid properties: they must be a non-empty JSON object')
}
