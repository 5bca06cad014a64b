import type { DeleteBasePathMappingRequest } from '@aws-sdk/client-api-gateway'
import { deleteMapping, findMapping } from './base-path-mappings.ts'
import type { Call } from './call.ts'

export function deleteBasePathMapping(call: Call, input: DeleteBasePathMappingRequest): void {
  deleteMapping(call, findMapping(call, input))
}
