import type { DeleteMethodRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { kinds } from './records.ts'
import { findMethod, resourceKey } from './resources.ts'

export function deleteMethod(call: Call, input: DeleteMethodRequest): void {
  const { resource, method } = findMethod(call, input)
  const { [method.httpMethod ?? '']: _, ...resourceMethods } = resource.resourceMethods
  call.unit.put(kinds.resource, resourceKey(resource.apiId, resource.id), { ...resource, resourceMethods })
}
