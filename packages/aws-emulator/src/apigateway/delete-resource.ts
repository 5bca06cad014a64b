import type { DeleteResourceRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findResource, resourceKey } from './resources.ts'

/** Children go with it (documented). That the root can't go is documented, its sentence guessed. */
export function deleteResource(call: Call, input: DeleteResourceRequest): void {
  const resource = findResource(call, input.restApiId, input.resourceId)
  if (resource.path === '/') throw badRequest('Cannot delete root resource.')
  for (const other of call.unit.list<ResourceRecord>(kinds.resource, `${resource.apiId}/`)) {
    const gone = other.id === resource.id || other.path.startsWith(`${resource.path}/`)
    if (gone) call.unit.delete(kinds.resource, resourceKey(resource.apiId, other.id))
  }
}
