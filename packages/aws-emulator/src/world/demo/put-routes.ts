import type { Call } from '../../apigateway/call.ts'
import { createResource } from '../../apigateway/create-resource.ts'
import { deleteMethod } from '../../apigateway/delete-method.ts'
import { putIntegrationResponse } from '../../apigateway/put-integration-response.ts'
import { putIntegration } from '../../apigateway/put-integration.ts'
import { putMethodResponse } from '../../apigateway/put-method-response.ts'
import { putMethod } from '../../apigateway/put-method.ts'
import { kinds, type ResourceRecord } from '../../apigateway/records.ts'
import type { DemoRoute } from './demo-api.ts'

/** Makes the API's methods those of the routes, no more and no less. */
export function putRoutes(call: Call, restApiId: string, routes: DemoRoute[]): void {
  for (const { id: resourceId, resourceMethods } of resourcesOf(call, restApiId)) {
    for (const httpMethod of Object.keys(resourceMethods)) deleteMethod(call, { restApiId, resourceId, httpMethod })
  }
  for (const route of routes) putRoute(call, restApiId, route)
}

const resourcesOf = ({ unit }: Call, restApiId: string) => unit.list<ResourceRecord>(kinds.resource, `${restApiId}/`)

/** The resource at a path, made with its parents where it isn't there. */
function resourceAt(call: Call, restApiId: string, path: string): string {
  const found = resourcesOf(call, restApiId).find((resource) => resource.path === path)
  if (found) return found.id
  const cut = path.lastIndexOf('/')
  const parentId = resourceAt(call, restApiId, path.slice(0, cut) || '/')
  return createResource(call, { restApiId, parentId, pathPart: path.slice(cut + 1) }).id ?? ''
}

function putRoute(call: Call, restApiId: string, route: DemoRoute): void {
  const method = { restApiId, resourceId: resourceAt(call, restApiId, route.path), httpMethod: route.verb }
  const { authorizationType = 'NONE', apiKeyRequired } = route
  putMethod(call, { ...method, authorizationType, apiKeyRequired })
  if (route.calls === undefined) return putMock(call, method)
  const { account, region } = call.unit.place
  const functionArn = `arn:aws:lambda:${region}:${account}:function:${route.calls}`
  const uri = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`
  putIntegration(call, { ...method, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri })
}

type MethodAddress = { restApiId: string; resourceId: string; httpMethod: string }

function putMock(call: Call, method: MethodAddress): void {
  const requestTemplates = { 'application/json': '{"statusCode": 200}' }
  putMethodResponse(call, { ...method, statusCode: '200' })
  putIntegration(call, { ...method, type: 'MOCK', requestTemplates })
  const responseTemplates = { 'application/json': '{"status":"ok"}' }
  putIntegrationResponse(call, { ...method, statusCode: '200', responseTemplates })
}
