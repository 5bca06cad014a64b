import type { BasePathMapping, CreateBasePathMappingRequest } from '@aws-sdk/client-api-gateway'
import { basePathOf, mappingOutput, putMapping } from './base-path-mappings.ts'
import type { Call } from './call.ts'
import { domainKeyOf, findDomainName } from './domain-names.ts'

export function createBasePathMapping(call: Call, input: CreateBasePathMappingRequest): BasePathMapping {
  const domain = domainKeyOf(findDomainName(call, input))
  const { restApiId = '', stage } = input
  const mapping = { domain, basePath: basePathOf(input.basePath), restApiId, stage }
  putMapping(call, mapping)
  return mappingOutput(mapping)
}
