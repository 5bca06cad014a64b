import type { Integration, Method } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { checkEnum } from '../lib/check-enum.ts'
import { checkIntegrationParameters } from './parameter-mappings.ts'

/** The enum's order is guessed. */
export const checkIntegrationType = (type: string | undefined, at: string) =>
  checkEnum(type, ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'], at)

/** The 50 to 29,000 ms are documented; the sentences are LocalStack's and of public reports: guessed. */
export function checkIntegration(integration: Integration, method: Method): void {
  const { type, httpMethod, uri = '', timeoutInMillis = 29000, passthroughBehavior = '' } = integration
  if (type !== 'MOCK') {
    if (!httpMethod) throw badRequest('Enumeration value for HttpMethod must be non-empty')
    checkUri(integration, uri)
  }
  if (timeoutInMillis < 50 || timeoutInMillis > 29000) {
    throw badRequest('Timeout should be between 50 ms and 29000 ms')
  }
  if (!['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'].includes(passthroughBehavior)) {
    throw badRequest('Invalid passthrough behavior specified. Valid options are NEVER,WHEN_NO_MATCH,WHEN_NO_TEMPLATES')
  }
  if (integration.connectionType === 'VPC_LINK' && !integration.connectionId) {
    throw badRequest('Connection ID must be specified for a VPC_LINK connection')
  }
  checkIntegrationParameters(integration.requestParameters ?? {}, method)
}

function checkUri({ type }: Integration, uri: string): void {
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    if (!/^(https?:\/\/|\$\{stageVariables\.)\S+$/.test(uri)) {
      throw badRequest('Invalid HTTP endpoint specified for URI')
    }
    return
  }
  if (!/^arn:aws[a-z-]*:apigateway:[^:]*:[^:]*:(path|action)\//.test(uri)) {
    throw badRequest('Invalid ARN specified in the request')
  }
  if (type === 'AWS_PROXY' && !/:(lambda|firehose):/.test(uri)) {
    throw badRequest(
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    )
  }
}
