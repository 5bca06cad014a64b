import { AwsError, badRequest } from '../../lib/aws-error.ts'
import type { Call } from '../call.ts'
import { childKey, definitionKinds } from '../definition-records.ts'
import { putGatewayResponse } from '../put-gateway-response.ts'
import { kinds, type ResourceRecord, type RestApiRecord } from '../records.ts'
import { resourceKey } from '../resources.ts'
import type { ReadDefinition } from './api-definition.ts'
import { applyMethod } from './apply-method.ts'
import { applyAuthorizer, applyModel, applyValidator } from './apply-parts.ts'
import { ResourceTree } from './resource-tree.ts'

export type ImportMode = 'merge' | 'overwrite'

/** Makes the API what the document says, or refuses with every error found (the form is known from many public reports). */
export function applyDefinition(
  call: Call,
  api: RestApiRecord,
  definition: ReadDefinition,
  { mode, basePath }: { mode: ImportMode; basePath: string },
): void {
  if (mode === 'overwrite') empty(call, api.id)
  const errors: string[] = []
  const attempt = (what: string, act: () => void) => {
    try {
      act()
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      errors.push(`${what}: ${error.message}`)
    }
  }
  for (const model of definition.models) {
    attempt(`Unable to create model for '${model.name}'`, () => applyModel(call, api.id, model))
  }
  for (const validator of definition.validators) applyValidator(call, api.id, validator)
  for (const authorizer of definition.authorizers) {
    attempt(`Unable to create authorizer '${authorizer.name}'`, () => applyAuthorizer(call, api.id, authorizer))
  }
  for (const response of definition.gatewayResponses) {
    const what = `Unable to put gateway response '${response.responseType}'`
    attempt(what, () => void putGatewayResponse(call, { restApiId: api.id, ...response }))
  }
  const tree = new ResourceTree(call, api)
  for (const path of definition.paths) {
    attempt(`Unable to create resource at path '${path}'`, () => void tree.at(basePath + path))
  }
  if (errors.length === 0) for (const method of definition.methods) applyMethod(call, tree, method, basePath, attempt)
  if (errors.length > 0) throw badRequest(`Errors found during import:\n\t${errors.join('\n\t')}`)
}

/** What an overwrite takes away first: all but the root resource, the documentation (which has its own rules) and the API itself. */
function empty({ unit }: Call, apiId: string): void {
  for (const resource of unit.list<ResourceRecord>(kinds.resource, `${apiId}/`)) {
    const key = resourceKey(apiId, resource.id)
    if (resource.path === '/') unit.put(kinds.resource, key, { ...resource, resourceMethods: {} })
    else unit.delete(kinds.resource, key)
  }
  const { model, requestValidator, authorizer, gatewayResponse } = definitionKinds
  for (const kind of [model, requestValidator, authorizer, gatewayResponse]) {
    for (const id of unit.ids(kind, childKey(apiId, ''))) unit.delete(kind, id)
  }
}
