import type { CreateDocumentationVersionRequest, DocumentationVersion } from '@aws-sdk/client-api-gateway'
import { badRequest, conflict } from '../lib/aws-error.ts'
import { epochSeconds } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'
import { documentationParts } from './documentation-parts.ts'
import { documentationVersionOutput, putDocumentationVersion } from './documentation-versions.ts'
import { findRestApi } from './rest-apis.ts'
import { findStage, putStage } from './stages.ts'

/** A snapshot of the parts; with a stage name that stage shows it from now on (documented). Sentences guessed. */
export function createDocumentationVersion(call: Call, input: CreateDocumentationVersionRequest): DocumentationVersion {
  const api = findRestApi(call, input.restApiId)
  const { documentationVersion: version = '', description } = input
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(version)) throw badRequest('Invalid documentation version specified')
  const parts = documentationParts(call, api.id)
  if (parts.length === 0) throw badRequest('The REST API has no documentation parts')
  if (call.unit.get(definitionKinds.documentationVersion, childKey(api.id, version))) {
    throw conflict(`Documentation version ${version} already exists`)
  }
  const record = { apiId: api.id, version, createdDate: epochSeconds(call.now), description, parts }
  putDocumentationVersion(call, record)
  if (input.stageName) putStage(call, { ...findStage(call, api.id, input.stageName), documentationVersion: version })
  return documentationVersionOutput(record)
}
