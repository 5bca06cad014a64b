import type { DocumentationVersion, UpdateDocumentationVersionRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import type { DocumentationVersionRecord } from './definition-records.ts'
import {
  documentationVersionOutput,
  findDocumentationVersion,
  putDocumentationVersion,
} from './documentation-versions.ts'
import { findRestApi } from './rest-apis.ts'

/** `/description` only (documented). */
const rules: PatchRule<DocumentationVersionRecord>[] = [textRule('description', { clearable: true })]

export function updateDocumentationVersion(call: Call, input: UpdateDocumentationVersionRequest): DocumentationVersion {
  const operations = checkOps('updateDocumentationVersionInput', input.patchOperations)
  const api = findRestApi(call, input.restApiId)
  const before = findDocumentationVersion(call, api.id, input.documentationVersion)
  const version = applyPatch(rules, before, operations, refusePatch)
  putDocumentationVersion(call, version)
  return documentationVersionOutput(version)
}
