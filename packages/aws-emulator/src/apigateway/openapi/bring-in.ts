import { badRequest } from '../../lib/aws-error.ts'
import { epochSeconds } from '../../lib/clock.ts'
import type { Call } from '../call.ts'
import { checkCompression } from '../create-rest-api.ts'
import { childKey, definitionKinds } from '../definition-records.ts'
import { documentationParts } from '../documentation-parts.ts'
import { putDocumentationVersion } from '../documentation-versions.ts'
import { kinds, type RestApiRecord } from '../records.ts'
import type { ReadDefinition } from './api-definition.ts'
import { applyDefinition, type ImportMode } from './apply-definition.ts'
import { basePathFor } from './base-path.ts'
import { importParts } from './import-documentation.ts'
import type { OpenApiDocument } from './read-document.ts'
import { asRecord, asText } from './values.ts'

type Options = { mode: ImportMode; failOnWarnings?: boolean; parameters?: Record<string, string> }

/** Everything of a document into an API: what ImportRestApi and PutRestApi have in common. */
export function bringIn(
  call: Call,
  before: RestApiRecord,
  document: OpenApiDocument,
  definition: ReadDefinition,
  { mode, failOnWarnings, parameters = {} }: Options,
): { api: RestApiRecord; warnings: string[] | undefined } {
  const basePath = basePathFor(definition.basePath, parameters['basepath'] ?? 'ignore')
  applyDefinition(call, before, definition, { mode, basePath })
  const warnings = [...definition.warnings]
  if (parameters['ignore'] !== 'documentation') warnings.push(...bringDocumentation(call, before.id, document, mode))
  if (failOnWarnings && warnings.length > 0) {
    throw badRequest(`Warnings found during import:\n\t${warnings.join('\n\t')}`)
  }
  const api = withSettings(before, definition, mode)
  call.unit.put(kinds.restApi, api.id, api)
  return { api, warnings: warnings.length > 0 ? warnings : undefined }
}

/** A version that the document names is made of what the API's parts are then, once (guessed). */
function bringDocumentation(call: Call, apiId: string, document: OpenApiDocument, mode: ImportMode): string[] {
  const { warnings } = importParts(call, apiId, document, mode)
  const extension = asRecord(document['x-amazon-apigateway-documentation'])
  const version = asText(extension['version'])
  const parts = documentationParts(call, apiId)
  if (version && parts.length > 0 && !call.unit.get(definitionKinds.documentationVersion, childKey(apiId, version))) {
    const description = asText(asRecord(extension['info'])['description'])
    putDocumentationVersion(call, { apiId, version, createdDate: epochSeconds(call.now), description, parts })
  }
  return warnings
}

/** Name, description and version are the document's; binary types are joined when merging, replaced when overwriting (recorded). */
function withSettings(api: RestApiRecord, { settings, ...read }: ReadDefinition, mode: ImportMode): RestApiRecord {
  const { binaryMediaTypes, minimumCompressionSize, apiKeySource, policy, disableExecuteApiEndpoint } = settings
  const { vpcEndpointIds } = settings
  checkCompression(minimumCompressionSize)
  const kept = mode === 'merge' ? api : ({} as Partial<RestApiRecord>)
  const types = [...new Set([...(kept.binaryMediaTypes ?? []), ...(binaryMediaTypes ?? [])])]
  return {
    ...api,
    name: read.title,
    description: read.description ?? kept.description,
    version: read.version ?? kept.version,
    binaryMediaTypes: types.length > 0 ? types : undefined,
    minimumCompressionSize: minimumCompressionSize ?? kept.minimumCompressionSize,
    apiKeySource: apiKeySource ?? kept.apiKeySource ?? 'HEADER',
    policy: policy ?? kept.policy,
    disableExecuteApiEndpoint: disableExecuteApiEndpoint ?? api.disableExecuteApiEndpoint,
    endpointConfiguration: vpcEndpointIds
      ? { ...api.endpointConfiguration, vpcEndpointIds }
      : api.endpointConfiguration,
  }
}
