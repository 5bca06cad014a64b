import { parseBasePath } from './base-path.ts'
import type { ReadDefinition, ReadSettings } from './api-definition.ts'
import { invalidDocument, type OpenApiDocument } from './read-document.ts'
import { readMethod } from './read-method.ts'
import { readModels } from './read-models.ts'
import { ReadingContext } from './reading-context.ts'
import { readAuthorizers } from './read-security.ts'
import { asBoolean, asNumber, asRecord, asText, asTextMap, asTexts } from './values.ts'

/** Reads Swagger 2 and OpenAPI 3 alike. That a document must have a title is guessed. */
export function readDefinition(document: OpenApiDocument): ReadDefinition {
  const context = new ReadingContext(document)
  const info = asRecord(document['info'])
  const title = asText(info['title'])
  if (!title) throw invalidDocument()
  const models = readModels(context)
  const paths = Object.entries(asRecord(document['paths'])).filter(([path]) => path.startsWith('/'))
  const methods = paths.flatMap(([path, item]) => readPath(context, path, item))
  return {
    title,
    version: asText(info['version']),
    description: asText(info['description']),
    basePath: parseBasePath(document),
    settings: readSettings(document),
    models: [...models, ...context.inlineModels()],
    validators: readValidators(document),
    authorizers: readAuthorizers(context),
    gatewayResponses: readGatewayResponses(document),
    paths: paths.map(([path]) => path),
    methods,
    warnings: context.warnings,
  }
}

const verbs = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'x-amazon-apigateway-any-method']

function readPath(context: ReadingContext, path: string, value: unknown) {
  const item = context.resolve(value)
  return verbs.filter((verb) => verb in item).map((verb) => readMethod(context, path, verb, item))
}

/** OpenAPI 3 has the endpoint's settings at its servers, Swagger 2 at the top (documented). */
function readSettings(document: OpenApiDocument): ReadSettings {
  const servers = Array.isArray(document['servers']) ? document['servers'] : []
  const name = 'x-amazon-apigateway-endpoint-configuration'
  const endpoint = asRecord(document[name] ?? asRecord(servers[0])[name])
  const policy = document['x-amazon-apigateway-policy']
  return {
    binaryMediaTypes: asTexts(document['x-amazon-apigateway-binary-media-types']),
    minimumCompressionSize: asNumber(document['x-amazon-apigateway-minimum-compression-size']),
    apiKeySource: asText(document['x-amazon-apigateway-api-key-source']) as ReadSettings['apiKeySource'],
    policy: policy === undefined ? undefined : JSON.stringify(policy),
    disableExecuteApiEndpoint: asBoolean(endpoint['disableExecuteApiEndpoint']),
    vpcEndpointIds: asTexts(endpoint['vpcEndpointIds']),
  }
}

function readValidators(document: OpenApiDocument): ReadDefinition['validators'] {
  const validators = Object.entries(asRecord(document['x-amazon-apigateway-request-validators']))
  return validators.map(([name, value]) => {
    const { validateRequestBody, validateRequestParameters } = asRecord(value)
    return {
      name,
      validateRequestBody: validateRequestBody === true,
      validateRequestParameters: validateRequestParameters === true,
    }
  })
}

function readGatewayResponses(document: OpenApiDocument): ReadDefinition['gatewayResponses'] {
  const responses = Object.entries(asRecord(document['x-amazon-apigateway-gateway-responses']))
  return responses.map(([responseType, value]) => {
    const { statusCode, responseParameters, responseTemplates } = asRecord(value)
    return {
      responseType: responseType as ReadDefinition['gatewayResponses'][number]['responseType'],
      statusCode: asText(statusCode),
      responseParameters: asTextMap(responseParameters),
      responseTemplates: asTextMap(responseTemplates),
    }
  })
}
