import type { PutRestApiRequest, RestApi } from '@aws-sdk/client-api-gateway'
import { checkEnum } from '../lib/check-enum.ts'
import type { Call } from './call.ts'
import { bringIn } from './openapi/bring-in.ts'
import { readDefinition } from './openapi/read-definition.ts'
import { readDocument } from './openapi/read-document.ts'
import { findRestApi, updatedRestApiOutput } from './rest-apis.ts'
import { recordApiName } from '../world/timeline.ts'

/** Merges by default (documented). Stages, keys and the endpoint stay as they are; nothing is live before a deployment. */
export function putRestApi(call: Call, input: PutRestApiRequest): RestApi {
  const document = readDocument(input.body)
  const definition = readDefinition(document)
  checkEnum(input.mode, ['overwrite', 'merge'], 'putRestApiInput.mode')
  const before = findRestApi(call, input.restApiId)
  const { api, warnings } = bringIn(call, before, document, definition, { ...input, mode: input.mode ?? 'merge' })
  if (api.name !== before.name) recordApiName(call, api)
  return { ...updatedRestApiOutput(api), warnings }
}
