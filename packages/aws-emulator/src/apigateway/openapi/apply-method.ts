import { badRequest } from '../../lib/aws-error.ts'
import type { Call } from '../call.ts'
import { definitionKinds, type AuthorizerRecord, type RequestValidatorRecord } from '../definition-records.ts'
import { deleteMethod } from '../delete-method.ts'
import { putIntegrationResponse } from '../put-integration-response.ts'
import { putIntegration } from '../put-integration.ts'
import { putMethodResponse } from '../put-method-response.ts'
import { putMethod } from '../put-method.ts'
import { findResource, ownMethod } from '../resources.ts'
import type { ReadMethod } from './api-definition.ts'
import { named } from './apply-parts.ts'
import type { ResourceTree } from './resource-tree.ts'

type Attempt = (what: string, act: () => void) => void

/** Puts a method with all that belongs to it; the one that was there gives way. */
export function applyMethod(
  call: Call,
  tree: ResourceTree,
  method: ReadMethod,
  basePath: string,
  attempt: Attempt,
): void {
  const path = basePath + method.path
  const address = { restApiId: tree.apiId, resourceId: tree.at(path), httpMethod: method.verb }
  const place = `for resource at path '${path}'`
  attempt(`Unable to put method '${method.verb}' ${place}`, () => {
    if (ownMethod(findResource(call, tree.apiId, address.resourceId), method.verb)) deleteMethod(call, address)
    putMethod(call, { ...address, ...requestOf(call, tree.apiId, method) })
    for (const response of method.responses) putMethodResponse(call, { ...address, ...response })
  })
  const { integration } = method
  if (!integration) return
  attempt(`Unable to put integration on '${method.verb}' ${place}`, () => {
    const { integrationResponses, httpMethod: integrationHttpMethod, type, ...rest } = integration
    // Sentence guessed.
    if (!type) throw badRequest('Integration type must be non-empty')
    putIntegration(call, { ...rest, ...address, type, integrationHttpMethod })
    for (const response of integrationResponses) {
      attempt(`Unable to put integration response on '${method.verb}' ${place}`, () => {
        declare(call, address, method, response.statusCode)
        putIntegrationResponse(call, { ...address, ...response, statusCode: response.statusCode })
      })
    }
  })
}

function requestOf(call: Call, apiId: string, method: ReadMethod) {
  const { authorizerName, requestValidator, responses: _, integration: __, path: ___, verb: ____, ...rest } = method
  const { authorizer, requestValidator: validatorKind } = definitionKinds
  const validator = named<RequestValidatorRecord>(call, validatorKind, apiId, requestValidator)
  if (requestValidator !== undefined && !validator) throw badRequest('Invalid Request Validator identifier specified')
  return {
    ...rest,
    authorizerId: authorizerName && named<AuthorizerRecord>(call, authorizer, apiId, authorizerName)?.id,
    requestValidatorId: validator?.id,
  }
}

/** An integration response of a status that no response declares brings its own (guessed: AWS takes such documents). */
function declare(
  call: Call,
  address: { restApiId: string; resourceId: string; httpMethod: string },
  { responses }: ReadMethod,
  statusCode: string | undefined,
): void {
  if (responses.some((response) => response.statusCode === statusCode)) return
  const { method } = {
    method: ownMethod(findResource(call, address.restApiId, address.resourceId), address.httpMethod),
  }
  if (!method?.methodResponses?.[statusCode ?? '']) putMethodResponse(call, { ...address, statusCode })
}
