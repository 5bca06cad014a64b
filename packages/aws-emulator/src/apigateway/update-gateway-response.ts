import type { GatewayResponse, UpdateGatewayResponseRequest } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { mapRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import type { GatewayResponseRecord } from './definition-records.ts'
import {
  checkGatewayResponseType,
  customisedResponses,
  gatewayResponseInForce,
  gatewayResponseOutput,
  putGatewayResponseRecord,
} from './gateway-responses.ts'
import { findRestApi } from './rest-apis.ts'

/** Sentences recorded (test_update_gateway_response); a type that was the default becomes customised. */
const rules: PatchRule<GatewayResponseRecord>[] = [
  { path: '/statusCode', replace: setStatusCode },
  mapRule('responseParameters', {
    read(value, name) {
      if (!/^gatewayresponse\.header\.\S+$/.test(name)) throw notFound('Invalid parameter name specified')
      return value
    },
    missing: () => notFound('Invalid parameter name specified'),
  }),
  mapRule('responseTemplates', {
    read(template) {
      if (template === '') throw badRequest('Invalid null or empty value in responseTemplates')
      return template
    },
  }),
]

/** AWS answers a wrong status with the sentence of a wrong path (recorded). */
function setStatusCode(response: GatewayResponseRecord, { value }: { value: string }): void {
  if (!/^[1-5]\d\d$/.test(value)) throw badRequest('Invalid patch path /statusCode')
  response.statusCode = value
}

export function updateGatewayResponse(call: Call, input: UpdateGatewayResponseRequest): GatewayResponse {
  const operations = checkOps('updateGatewayResponseInput', input.patchOperations)
  const type = checkGatewayResponseType(input.responseType, 'updateGatewayResponseInput.responseType')
  const api = findRestApi(call, input.restApiId)
  const { defaultResponse: _, ...before } = gatewayResponseInForce(customisedResponses(call, api.id), type)
  const own: GatewayResponseRecord = { ...before, responseType: type, apiId: api.id }
  const patched = applyPatch(rules, own, operations, refusePatch)
  const { responseParameters = {}, responseTemplates = {} } = patched
  const response = { ...patched, responseParameters, responseTemplates }
  putGatewayResponseRecord(call, response)
  return gatewayResponseOutput(response)
}
