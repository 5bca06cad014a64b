import type { ImportRestApiRequest, RestApi } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { createRestApi } from './create-rest-api.ts'
import { bringIn } from './openapi/bring-in.ts'
import { readDefinition } from './openapi/read-definition.ts'
import { readDocument } from './openapi/read-document.ts'
import { findRestApi, restApiOutput } from './rest-apis.ts'

/** A new API from a document. It has no models but the document's (guessed). */
export function importRestApi(call: Call, input: ImportRestApiRequest): RestApi {
  const document = readDocument(input.body)
  const definition = readDefinition(document)
  const { parameters = {} } = input
  const types = parameters['endpointConfigurationTypes']?.split(',') as ['EDGE'] | undefined
  const made = createRestApi(call, { name: definition.title, endpointConfiguration: types && { types } })
  const api = findRestApi(call, made.id)
  const { api: imported, warnings } = bringIn(call, api, document, definition, { ...input, mode: 'overwrite' })
  return { ...restApiOutput(imported), warnings }
}
