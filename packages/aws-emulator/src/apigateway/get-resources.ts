import type { GetResourcesRequest, Resources } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { resourceOutput } from './resources.ts'
import { findRestApi } from './rest-apis.ts'

export function getResources(call: Call, input: GetResourcesRequest): Resources & { position?: string } {
  const api = findRestApi(call, input.restApiId)
  const resources = call.unit.list<ResourceRecord>(kinds.resource, `${api.id}/`)
  const { items, position } = page(resources, input.position, input.limit)
  const embedMethods = input.embed?.includes('methods') ?? false
  return { items: items.map((resource) => resourceOutput(resource, embedMethods)), position }
}
