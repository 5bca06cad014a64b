import type { CreateResourceRequest, Resource } from '@aws-sdk/client-api-gateway'
import { badRequest, conflict } from '../lib/aws-error.ts'
import { newId, type Call } from './call.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findResource, resourceKey, resourceOutput } from './resources.ts'

export function createResource(call: Call, input: CreateResourceRequest): Resource {
  const parent = findResource(call, input.restApiId, input.parentId)
  const pathPart = input.pathPart ?? ''
  checkPathPart(pathPart)
  const siblings = call.unit.list<ResourceRecord>(kinds.resource, `${parent.apiId}/`)
  if (siblings.some((other) => other.parentId === parent.id && other.pathPart === pathPart)) {
    throw conflict('Another resource with the same parent already has this name: ' + pathPart)
  }
  const resource: ResourceRecord = {
    apiId: parent.apiId,
    id: newId(call, 6),
    path: childPath(parent, pathPart),
    parentId: parent.id,
    pathPart,
    resourceMethods: {},
  }
  call.unit.put(kinds.resource, resourceKey(parent.apiId, resource.id), resource)
  return resourceOutput(resource, false)
}

export const childPath = (parent: ResourceRecord, pathPart: string) =>
  `${parent.path === '/' ? '' : parent.path}/${pathPart}`

/** Sentence after moto's and serverless reports: guessed. */
export function checkPathPart(pathPart: string): void {
  if (/^(\{[a-zA-Z0-9._:-]+\+?\}|[a-zA-Z0-9._~:%-]+)$/.test(pathPart)) return
  throw badRequest(
    "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
  )
}
