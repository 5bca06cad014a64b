import type { Integration } from '@aws-sdk/client-api-gateway'
import { present } from './values.ts'

/** Types and behaviours in small letters, responses by their pattern or `default` (recorded); what is standard is left out. */
export function writeIntegration(integration: Integration, resourceId: string): object {
  const { timeoutInMillis, cacheNamespace, cacheKeyParameters, integrationResponses } = integration
  return {
    type: integration.type?.toLowerCase(),
    credentials: integration.credentials,
    httpMethod: integration.httpMethod,
    uri: integration.uri,
    responses: integrationResponses && writeResponses(integrationResponses),
    requestParameters: integration.requestParameters,
    requestTemplates: integration.requestTemplates,
    passthroughBehavior: integration.passthroughBehavior?.toLowerCase(),
    contentHandling: integration.contentHandling,
    connectionType: integration.connectionType === 'INTERNET' ? undefined : integration.connectionType,
    connectionId: integration.connectionId,
    timeoutInMillis: timeoutInMillis === 29000 ? undefined : timeoutInMillis,
    cacheNamespace: cacheNamespace === resourceId ? undefined : cacheNamespace,
    cacheKeyParameters: cacheKeyParameters?.length ? cacheKeyParameters : undefined,
    tlsConfig: integration.tlsConfig,
    responseTransferMode: integration.responseTransferMode,
    integrationTarget: integration.integrationTarget,
  }
}

function writeResponses(responses: NonNullable<Integration['integrationResponses']>): object {
  const written = Object.values(responses).map(({ selectionPattern, ...response }) => [
    selectionPattern ?? 'default',
    present(response),
  ])
  return Object.fromEntries(written)
}
