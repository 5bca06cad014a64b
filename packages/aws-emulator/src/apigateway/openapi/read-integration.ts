import type { Integration, IntegrationResponse } from '@aws-sdk/client-api-gateway'
import { isRecord } from '../../protocol/check-shape.ts'
import type { ReadMethod } from './api-definition.ts'
import { asBoolean, asNumber, asRecord, asText, asTextMap, asTexts } from './values.ts'

/** `x-amazon-apigateway-integration` (documented); types and behaviours are written in small letters there. */
export function readIntegration(value: unknown): ReadMethod['integration'] {
  if (!isRecord(value)) return undefined
  const insecure = asBoolean(asRecord(value['tlsConfig'])['insecureSkipVerification'])
  return {
    type: asText(value['type'])?.toUpperCase() as Integration['type'],
    httpMethod: asText(value['httpMethod']),
    uri: asText(value['uri']),
    connectionType: asText(value['connectionType']) as Integration['connectionType'],
    connectionId: asText(value['connectionId']),
    credentials: asText(value['credentials']),
    requestParameters: asTextMap(value['requestParameters']),
    requestTemplates: asTextMap(value['requestTemplates']),
    passthroughBehavior: asText(value['passthroughBehavior'])?.toUpperCase(),
    contentHandling: asText(value['contentHandling']) as Integration['contentHandling'],
    timeoutInMillis: asNumber(value['timeoutInMillis']),
    cacheNamespace: asText(value['cacheNamespace']),
    cacheKeyParameters: asTexts(value['cacheKeyParameters']),
    tlsConfig: insecure === undefined ? undefined : { insecureSkipVerification: insecure },
    responseTransferMode: asText(value['responseTransferMode'])?.toUpperCase() as Integration['responseTransferMode'],
    integrationTarget: asText(value['integrationTarget']),
    integrationResponses: Object.entries(asRecord(value['responses'])).map(readResponse),
  }
}

/** The key is the pattern, or `default` for the one without. */
function readResponse([pattern, value]: [string, unknown]): IntegrationResponse {
  const response = asRecord(value)
  return {
    statusCode: asText(response['statusCode']),
    selectionPattern: pattern === 'default' ? undefined : pattern,
    responseParameters: asTextMap(response['responseParameters']),
    responseTemplates: asTextMap(response['responseTemplates']),
    contentHandling: asText(response['contentHandling']) as IntegrationResponse['contentHandling'],
  }
}
