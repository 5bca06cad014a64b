import type { Integration, IntegrationResponse } from '@aws-sdk/client-api-gateway'
import type { GatewayResponseRecord } from '../definition-records.ts'
import type { RestApiRecord } from '../records.ts'

/** What a document of either version says, in API Gateway's words. */
export type ReadDefinition = {
  title: string
  version?: string
  description?: string
  /** `/base/url`, without a slash at the end; empty where there is none. */
  basePath: string
  settings: ReadSettings
  models: ReadModel[]
  validators: { name: string; validateRequestBody: boolean; validateRequestParameters: boolean }[]
  authorizers: ReadAuthorizer[]
  gatewayResponses: Omit<GatewayResponseRecord, 'apiId'>[]
  paths: string[]
  methods: ReadMethod[]
  warnings: string[]
}

export type ReadSettings = Pick<
  RestApiRecord,
  'binaryMediaTypes' | 'minimumCompressionSize' | 'apiKeySource' | 'policy' | 'disableExecuteApiEndpoint'
> & { vpcEndpointIds?: string[] }

/** References to other models are `#/definitions/{name}`, whatever the version. */
export type ReadModel = { name: string; schema: Record<string, unknown> }

export type ReadAuthorizer = {
  name: string
  type: string
  authType?: string
  authorizerUri?: string
  authorizerCredentials?: string
  identitySource?: string
  identityValidationExpression?: string
  authorizerResultTtlInSeconds?: number
  providerARNs?: string[]
}

export type ReadMethod = {
  path: string
  verb: string
  operationName?: string
  authorizationType: string
  authorizerName?: string
  authorizationScopes?: string[]
  apiKeyRequired: boolean
  requestParameters?: Record<string, boolean>
  requestModels?: Record<string, string>
  /** By name. */
  requestValidator?: string
  responses: ReadResponse[]
  integration?: Omit<Integration, 'integrationResponses'> & { integrationResponses: IntegrationResponse[] }
}

export type ReadResponse = {
  statusCode: string
  responseParameters?: Record<string, boolean>
  responseModels?: Record<string, string>
}
