import type { ReadMethod, ReadResponse } from './api-definition.ts'
import { readIntegration } from './read-integration.ts'
import type { ReadingContext } from './reading-context.ts'
import { readSecurity } from './read-security.ts'
import { asList, asRecord, asText, asTexts, present } from './values.ts'

export function readMethod(
  context: ReadingContext,
  path: string,
  key: string,
  item: Record<string, unknown>,
): ReadMethod {
  const operation = context.resolve(item[key])
  const verb = key === 'x-amazon-apigateway-any-method' ? 'ANY' : key.toUpperCase()
  const parameters = [...asList(item['parameters']), ...asList(operation['parameters'])].map((p) => context.resolve(p))
  const validator = 'x-amazon-apigateway-request-validator'
  return {
    path,
    verb,
    operationName: asText(operation['operationId']),
    ...readSecurity(context, operation),
    requestParameters: readParameters(context, parameters, `${verb} ${path}`),
    requestModels: readRequestModels(context, operation, parameters),
    requestValidator: asText(operation[validator] ?? context.document[validator]),
    responses: readResponses(context, operation, `${verb} ${path}`),
    integration: readIntegration(operation['x-amazon-apigateway-integration']),
  }
}

const places: Record<string, string> = { path: 'path', query: 'querystring', header: 'header' }

function readParameters(context: ReadingContext, parameters: Record<string, unknown>[], method: string) {
  const found: Record<string, boolean> = {}
  for (const { name, in: where, required } of parameters) {
    const place = places[String(where)]
    if (place) found[`method.request.${place}.${String(name)}`] = required === true
    else if (where !== 'body') {
      context.warnings.push(
        `Parameter '${String(name)}' in '${String(where)}' of ${method} is not supported and was ignored`,
      )
    }
  }
  return present(found)
}

function readRequestModels(
  context: ReadingContext,
  operation: Record<string, unknown>,
  parameters: Record<string, unknown>[],
) {
  if (context.isVersion3) return modelsOfContent(context, context.resolve(operation['requestBody'])['content'])
  const body = parameters.find(({ in: where }) => where === 'body')
  return sameModelFor(contentTypes(context, operation, 'consumes'), context.modelOf(body?.['schema']))
}

function readResponses(context: ReadingContext, operation: Record<string, unknown>, method: string): ReadResponse[] {
  return Object.entries(asRecord(operation['responses'])).flatMap(([statusCode, value]) => {
    if (!/^\d{3}$/.test(statusCode)) {
      if (!statusCode.startsWith('x-'))
        context.warnings.push(`Response '${statusCode}' of ${method} is not a status code and was ignored`)
      return []
    }
    const response = context.resolve(value)
    const headers = Object.keys(asRecord(response['headers'])).map((name) => [`method.response.header.${name}`, false])
    const responseModels = context.isVersion3
      ? modelsOfContent(context, response['content'])
      : sameModelFor(contentTypes(context, operation, 'produces'), context.modelOf(response['schema']))
    return [{ statusCode, responseParameters: present(Object.fromEntries(headers)), responseModels }]
  })
}

function contentTypes({ document }: ReadingContext, operation: Record<string, unknown>, field: string): string[] {
  const types = asTexts(operation[field] ?? document[field]) ?? []
  return types.length > 0 ? types : ['application/json']
}

const sameModelFor = (types: string[], model: string | undefined): Record<string, string> | undefined =>
  model === undefined ? undefined : Object.fromEntries(types.map((type) => [type, model]))

function modelsOfContent(context: ReadingContext, content: unknown): Record<string, string> | undefined {
  const models = Object.entries(asRecord(content)).flatMap(([type, media]) => {
    const model = context.modelOf(asRecord(media)['schema'])
    return model === undefined ? [] : [[type, model] as const]
  })
  return present(Object.fromEntries(models))
}
