import type { BasePathMapping, UpdateBasePathMappingRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import { basePathOf, findMapping, mappingOutput, putMapping } from './base-path-mappings.ts'
import type { Call } from './call.ts'
import type { BasePathMappingRecord } from './edge-records.ts'

const setApi: PatchRule<BasePathMappingRecord>['replace'] = (mapping, { value }) => void (mapping.restApiId = value)

/** Paths documented; the documentation writes `/restapiId`, the field is `restApiId`, and both are taken (guessed). */
const rules: PatchRule<BasePathMappingRecord>[] = [
  { path: '/basePath', replace: (mapping, { value }) => void (mapping.basePath = basePathOf(value)) },
  { path: '/restapiId', replace: setApi },
  { path: '/restApiId', replace: setApi },
  textRule('stage', { clearable: true }),
]

export function updateBasePathMapping(call: Call, input: UpdateBasePathMappingRequest): BasePathMapping {
  const operations = checkOps('updateBasePathMappingInput', input.patchOperations)
  const before = findMapping(call, input)
  const mapping = applyPatch(rules, before, operations, refusePatch)
  putMapping(call, mapping, before)
  return mappingOutput(mapping)
}
