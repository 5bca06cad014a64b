import type { Resource, UpdateResourceRequest } from '@aws-sdk/client-api-gateway'
import { badRequest, conflict } from '../lib/aws-error.ts'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { checkPathPart, childPath } from './create-resource.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findResource, resourceKey, resourceOutput } from './resources.ts'

/** `replace` of `/pathPart` and `/parentId` (documented); what is below moves along. The sentences are guessed. */
export function updateResource(call: Call, input: UpdateResourceRequest): Resource {
  const operations = checkOps('updateResourceInput', input.patchOperations)
  const before = findResource(call, input.restApiId, input.resourceId)
  if (before.path === '/' && operations.length > 0) throw badRequest('Root resource cannot be updated.')
  const patched = applyPatch(rules(call, before), before, operations, refusePatch)
  const parent = findResource(call, before.apiId, patched.parentId)
  const resource = { ...patched, path: childPath(parent, patched.pathPart ?? '') }
  const all = call.unit.list<ResourceRecord>(kinds.resource, `${before.apiId}/`)
  const twin = all.some(({ id, path }) => id !== resource.id && path === resource.path)
  if (twin) throw conflict(`Another resource with the same parent already has this name: ${resource.pathPart}`)
  call.unit.put(kinds.resource, resourceKey(resource.apiId, resource.id), resource)
  for (const below of all.filter(({ path }) => path.startsWith(`${before.path}/`))) {
    const path = resource.path + below.path.slice(before.path.length)
    call.unit.put(kinds.resource, resourceKey(below.apiId, below.id), { ...below, path })
  }
  return resourceOutput(resource, false)
}

const rules = (call: Call, before: ResourceRecord): PatchRule<ResourceRecord>[] => [
  {
    path: '/pathPart',
    replace(resource, { value }) {
      checkPathPart(value)
      resource.pathPart = value
    },
  },
  {
    path: '/parentId',
    replace(resource, { value }) {
      const { path } = findResource(call, resource.apiId, value)
      const within = path === before.path || path.startsWith(`${before.path}/`)
      if (within) throw badRequest('Resource cannot be moved under itself or one of its children.')
      resource.parentId = value
    },
  },
]
