import type { RequestValidator, UpdateRequestValidatorRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { booleanRule, textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import type { RequestValidatorRecord } from './definition-records.ts'
import { findRequestValidator, putRequestValidator, requestValidatorOutput } from './request-validators.ts'
import { findRestApi } from './rest-apis.ts'

/** Paths documented. */
const rules: PatchRule<RequestValidatorRecord>[] = [
  textRule('name'),
  booleanRule('validateRequestBody'),
  booleanRule('validateRequestParameters'),
]

export function updateRequestValidator(call: Call, input: UpdateRequestValidatorRequest): RequestValidator {
  const operations = checkOps('updateRequestValidatorInput', input.patchOperations)
  const api = findRestApi(call, input.restApiId)
  const before = findRequestValidator(call, api.id, input.requestValidatorId)
  const validator = applyPatch(rules, before, operations, refusePatch)
  putRequestValidator(call, validator)
  return requestValidatorOutput(validator)
}
