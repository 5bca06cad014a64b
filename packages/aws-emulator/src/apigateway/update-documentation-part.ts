import type { DocumentationPart, UpdateDocumentationPartRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import type { DocumentationPartRecord } from './definition-records.ts'
import {
  checkProperties,
  documentationPartOutput,
  findDocumentationPart,
  putDocumentationPart,
} from './documentation-parts.ts'
import { findRestApi } from './rest-apis.ts'

/** `/properties` only (documented). */
const rules: PatchRule<DocumentationPartRecord>[] = [textRule('properties', { check: checkProperties })]

export function updateDocumentationPart(call: Call, input: UpdateDocumentationPartRequest): DocumentationPart {
  const operations = checkOps('updateDocumentationPartInput', input.patchOperations)
  const api = findRestApi(call, input.restApiId)
  const before = findDocumentationPart(call, api.id, input.documentationPartId)
  const part = applyPatch(rules, before, operations, refusePatch)
  putDocumentationPart(call, part)
  return documentationPartOutput(part)
}
