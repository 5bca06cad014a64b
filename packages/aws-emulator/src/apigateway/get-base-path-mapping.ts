import type { BasePathMapping, GetBasePathMappingRequest } from '@aws-sdk/client-api-gateway'
import { findMapping, mappingOutput } from './base-path-mappings.ts'
import type { Call } from './call.ts'

export function getBasePathMapping(call: Call, input: GetBasePathMappingRequest): BasePathMapping {
  return mappingOutput(findMapping(call, input))
}
