import type { Method, MethodResponse, Resource } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { kinds, type ResourceRecord } from './records.ts'

export const resourceKey = (apiId: string, resourceId: string) => `${apiId}/${resourceId}`

/** A wrong API id yields this sentence too, on every call below a resource (recorded). */
export function findResource(
  { unit }: Call,
  apiId: string | undefined,
  resourceId: string | undefined,
): ResourceRecord {
  const resource = unit.get<ResourceRecord>(kinds.resource, resourceKey(apiId ?? '', resourceId ?? ''))
  if (!resource) throw notFound('Invalid Resource identifier specified')
  return resource
}

type MethodAddress = { restApiId: string | undefined; resourceId: string | undefined; httpMethod: string | undefined }

export function findMethod(call: Call, address: MethodAddress): { resource: ResourceRecord; method: Method } {
  const resource = findResource(call, address.restApiId, address.resourceId)
  const method = ownMethod(resource, address.httpMethod)
  if (!method) throw notFound('Invalid Method identifier specified')
  return { resource, method }
}

export function ownMethod({ resourceMethods }: ResourceRecord, httpMethod = ''): Method | undefined {
  return Object.hasOwn(resourceMethods, httpMethod) ? resourceMethods[httpMethod] : undefined
}

/** Sentence after moto's: guessed. */
export function findMethodResponse(method: Method, statusCode: string | undefined): MethodResponse {
  const responses = new Map(Object.entries(method.methodResponses ?? {}))
  const response = responses.get(statusCode ?? '')
  if (!response) throw notFound('Invalid Response status code specified')
  return response
}

export function putMethodOf({ unit }: Call, resource: ResourceRecord, method: Method): void {
  const resourceMethods = { ...resource.resourceMethods, [method.httpMethod ?? '']: method }
  unit.put(kinds.resource, resourceKey(resource.apiId, resource.id), { ...resource, resourceMethods })
}

/** Without `embed=methods` a resource names its verbs with nothing in them (recorded). */
export function resourceOutput(
  { apiId: _, resourceMethods, ...resource }: ResourceRecord,
  embedMethods: boolean,
): Resource {
  const verbs = Object.entries(resourceMethods)
  if (verbs.length === 0) return resource
  return {
    ...resource,
    resourceMethods: embedMethods ? resourceMethods : Object.fromEntries(verbs.map(([v]) => [v, {}])),
  }
}
