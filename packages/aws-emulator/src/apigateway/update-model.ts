import type { Model, UpdateModelRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import type { ModelRecord } from './definition-records.ts'
import { checkModelSchema } from './model-schema.ts'
import { findModel, modelOutput, putModel } from './models.ts'
import { findRestApi } from './rest-apis.ts'

/** Paths documented. */
const rules: PatchRule<ModelRecord>[] = [
  textRule('description', { clearable: true }),
  textRule('schema', { check: checkModelSchema }),
]

export function updateModel(call: Call, input: UpdateModelRequest): Model {
  const operations = checkOps('updateModelInput', input.patchOperations)
  const api = findRestApi(call, input.restApiId)
  const model = applyPatch(rules, findModel(call, api.id, input.modelName), operations, refusePatch)
  putModel(call, model)
  return modelOutput(model)
}
