import type { DeleteDocumentationVersionRequest } from '@aws-sdk/client-api-gateway'
import { conflict } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds } from './definition-records.ts'
import { findDocumentationVersion } from './documentation-versions.ts'
import { kinds, type StageRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'

/** One that a stage shows can't go: guessed, and so is the sentence. */
export function deleteDocumentationVersion(call: Call, input: DeleteDocumentationVersionRequest): void {
  const api = findRestApi(call, input.restApiId)
  const { version } = findDocumentationVersion(call, api.id, input.documentationVersion)
  const stages = call.unit.list<StageRecord>(kinds.stage, `${api.id}/`)
  const user = stages.find(({ documentationVersion }) => documentationVersion === version)
  if (user) throw conflict(`Documentation version ${version} is associated with stage ${user.stageName}`)
  call.unit.delete(definitionKinds.documentationVersion, childKey(api.id, version))
}
