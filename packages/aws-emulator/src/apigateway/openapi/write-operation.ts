import type { Method, MethodResponse } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../../lib/aws-error.ts'
import type { ExportType, Extensions, ExportSource } from './export-source.ts'
import { present } from './values.ts'
import { writeIntegration } from './write-integration.ts'
import { writeRequirements } from './write-security.ts'

type Place = { type: ExportType; extensions: Extensions; resourceId: string; title: string }

export function writeOperation(source: ExportSource, place: Place, method: Method): object {
  const { extensions, type, resourceId } = place
  const { methodIntegration, requestValidatorId } = method
  const validator = source.requestValidators.find(({ id }) => id === requestValidatorId)?.name
  const responses = Object.values(method.methodResponses ?? {})
  return {
    operationId: method.operationName,
    ...(type === 'swagger' ? contentTypes(method, responses) : {}),
    parameters: writeParameters(place, method),
    requestBody: type === 'oas30' ? writeRequestBody(place, method) : undefined,
    responses: Object.fromEntries(responses.map((response) => [response.statusCode, writeResponse(response, place)])),
    security: writeRequirements(source, method),
    'x-amazon-apigateway-request-validator': extensions.apigateway ? validator : undefined,
    'x-amazon-apigateway-integration':
      extensions.integrations && methodIntegration ? writeIntegration(methodIntegration, resourceId) : undefined,
  }
}

function contentTypes({ requestModels }: Method, responses: MethodResponse[]) {
  const produced = new Set(responses.flatMap(({ responseModels }) => Object.keys(responseModels ?? {})))
  return {
    consumes: requestModels && Object.keys(requestModels),
    produces: produced.size > 0 ? [...produced] : undefined,
  }
}

const places: Record<string, string> = {
  path: 'path',
  querystring: 'query',
  multivaluequerystring: 'query',
  header: 'header',
  multivalueheader: 'header',
}

function writeParameters({ type, title }: Place, { requestParameters, requestModels }: Method): object[] | undefined {
  const string = type === 'swagger' ? { type: 'string' } : { schema: { type: 'string' } }
  const parameters: object[] = Object.entries(requestParameters ?? {}).map(([key, required]) => {
    const [, , where = '', ...name] = key.split('.')
    return { name: name.join('.'), in: places[where], required: required || where === 'path', ...string }
  })
  if (type === 'swagger' && requestModels) {
    const model = jsonModel(requestModels, title)
    parameters.push({ in: 'body', name: model, required: true, schema: { $ref: `#/definitions/${model}` } })
  }
  return parameters.length > 0 ? parameters : undefined
}

/** A body needs a model of JSON (documented: the export fails otherwise; the rest of its sentence is guessed). */
function jsonModel(models: Record<string, string>, title: string): string {
  const model = models['application/json']
  if (model === undefined) throw badRequest(`Only found non-JSON body models for ${title}`)
  return model
}

function writeRequestBody({ title }: Place, { requestModels }: Method): object | undefined {
  if (!requestModels) return undefined
  jsonModel(requestModels, title)
  return { content: contentOf(requestModels), required: true }
}

const contentOf = (models: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(models).map(([type, name]) => [type, { schema: { $ref: `#/components/schemas/${name}` } }]),
  )

/** Empty responses of OpenAPI 3 have empty content (recorded). */
function writeResponse({ statusCode, responseParameters, responseModels }: MethodResponse, { type }: Place): object {
  const string = type === 'swagger' ? { type: 'string' } : { schema: { type: 'string' } }
  const names = Object.keys(responseParameters ?? {}).map((key) => key.split('.').slice(3).join('.'))
  const headers = present(Object.fromEntries(names.map((name) => [name, string])))
  const description = `${statusCode} response`
  if (type === 'oas30') return { description, headers, content: contentOf(responseModels ?? {}) }
  const [model] = Object.values(responseModels ?? {})
  return { description, schema: model === undefined ? undefined : { $ref: `#/definitions/${model}` }, headers }
}
