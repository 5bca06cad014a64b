import type { Method } from '@aws-sdk/client-api-gateway'
import { putAuthorizer } from './authorizers.ts'
import { newId, type Call } from './call.ts'
import { documentationParts, putDocumentationPart } from './documentation-parts.ts'
import { definitionOf } from './definition.ts'
import { putGatewayResponseRecord } from './gateway-responses.ts'
import { modelUrl } from './model-references.ts'
import { putModel } from './models.ts'
import { kinds, type ResourceRecord, type RestApiRecord } from './records.ts'
import { putRequestValidator } from './request-validators.ts'
import { resourceKey } from './resources.ts'

/** All that the source consists of, under ids of its own; deployments and stages stay behind (documented). */
export function cloneDefinition(call: Call, source: RestApiRecord, api: RestApiRecord): void {
  const { models, requestValidators, authorizers, gatewayResponses } = definitionOf(call, source)
  const apiId = api.id
  const ids = new Map<string | undefined, string>()
  const idFor = (old: string, length = 6): string => {
    const id = ids.get(old) ?? newId(call, length)
    ids.set(old, id)
    return id
  }
  for (const model of models) {
    const schema = model.schema?.replaceAll(modelUrl(source.id, ''), modelUrl(apiId, ''))
    putModel(call, { ...model, apiId, id: idFor(model.id), schema })
  }
  for (const validator of requestValidators) putRequestValidator(call, { ...validator, apiId, id: idFor(validator.id) })
  for (const authorizer of authorizers) putAuthorizer(call, { ...authorizer, apiId, id: idFor(authorizer.id) })
  for (const response of gatewayResponses) putGatewayResponseRecord(call, { ...response, apiId })
  for (const part of documentationParts(call, source.id))
    putDocumentationPart(call, { ...part, apiId, id: idFor(part.id) })
  ids.set(source.rootResourceId, api.rootResourceId ?? '')
  for (const resource of call.unit.list<ResourceRecord>(kinds.resource, `${source.id}/`)) {
    const id = idFor(resource.id)
    const methods = Object.entries(resource.resourceMethods).map(([verb, method]) => [verb, clonedMethod(method, ids)])
    call.unit.put(kinds.resource, resourceKey(apiId, id), {
      ...resource,
      apiId,
      id,
      parentId: resource.parentId && idFor(resource.parentId),
      resourceMethods: Object.fromEntries(methods) as ResourceRecord['resourceMethods'],
    })
  }
}

/** Its authorizer, validator and cache are the new API's own. */
function clonedMethod(method: Method, ids: Map<string | undefined, string>): Method {
  const { methodIntegration: integration } = method
  const cacheNamespace = ids.get(integration?.cacheNamespace) ?? integration?.cacheNamespace
  return {
    ...method,
    authorizerId: ids.get(method.authorizerId),
    requestValidatorId: ids.get(method.requestValidatorId),
    methodIntegration: integration && { ...integration, cacheNamespace },
  }
}
