import { isoInstant } from '../../lib/clock.ts'
import type { ExportType, Extensions, ExportSource } from './export-source.ts'
import { present } from './values.ts'

/** AWS's own fields at the top of a document, and at the server of OpenAPI 3. */
export function writeExtensions(source: ExportSource, type: ExportType, extensions: Extensions) {
  const { api } = source
  const everything = extensions.apigateway
  const endpoint = everything ? writeEndpoint(source) : undefined
  const endpointField = { 'x-amazon-apigateway-endpoint-configuration': endpoint }
  const top = {
    'x-amazon-apigateway-documentation': extensions.documentation ? writeDocumentation(source) : undefined,
    'x-amazon-apigateway-request-validators': everything ? writeValidators(source) : undefined,
    'x-amazon-apigateway-gateway-responses': everything ? writeGatewayResponses(source) : undefined,
    'x-amazon-apigateway-minimum-compression-size': everything ? api.minimumCompressionSize : undefined,
    'x-amazon-apigateway-api-key-source': everything && api.apiKeySource !== 'HEADER' ? api.apiKeySource : undefined,
    'x-amazon-apigateway-policy': everything && api.policy ? policyOf(api.policy) : undefined,
    'x-amazon-apigateway-binary-media-types': extensions.integrations ? api.binaryMediaTypes : undefined,
    ...(type === 'swagger' ? endpointField : {}),
  }
  return { top, server: type === 'oas30' ? endpointField : {} }
}

/** A policy that isn't JSON goes as the text it is. */
function policyOf(policy: string): unknown {
  try {
    return JSON.parse(policy) as unknown
  } catch {
    return policy
  }
}

function writeEndpoint({ api }: ExportSource): object | undefined {
  return present({
    disableExecuteApiEndpoint: api.disableExecuteApiEndpoint ? true : undefined,
    vpcEndpointIds: api.endpointConfiguration?.vpcEndpointIds,
  })
}

function writeValidators({ requestValidators }: ExportSource): object | undefined {
  const named = requestValidators.map(({ name, validateRequestBody, validateRequestParameters }) => [
    name,
    { validateRequestParameters, validateRequestBody },
  ])
  return present(Object.fromEntries(named) as object)
}

function writeGatewayResponses({ gatewayResponses }: ExportSource): object | undefined {
  const byType = gatewayResponses.map(({ responseType, statusCode, responseParameters, responseTemplates }) => [
    responseType,
    { statusCode, responseParameters: present(responseParameters ?? {}), responseTemplates },
  ])
  return present(Object.fromEntries(byType) as object)
}

/** The version that the stage shows. */
function writeDocumentation({ documentation }: ExportSource): object | undefined {
  if (!documentation) return undefined
  return {
    version: documentation.version,
    createdDate: isoInstant(documentation.createdDate * 1000).replace('.000Z', 'Z'),
    info: documentation.description === undefined ? undefined : { description: documentation.description },
    documentationParts: documentation.parts.map(({ location, properties }) => ({
      location,
      properties: JSON.parse(properties) as unknown,
    })),
  }
}
