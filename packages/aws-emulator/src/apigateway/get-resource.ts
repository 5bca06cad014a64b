import type { GetResourceRequest, Resource } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findResource, resourceOutput } from './resources.ts'

export function getResource(call: Call, input: GetResourceRequest): Resource {
  const resource = findResource(call, input.restApiId, input.resourceId)
  return resourceOutput(resource, input.embed?.includes('methods') ?? false)
}
