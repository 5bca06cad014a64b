import type { Method, RestApi } from '@aws-sdk/client-api-gateway'
import type {
  AuthorizerRecord,
  GatewayResponseRecord,
  ModelRecord,
  RequestValidatorRecord,
} from './definition-records.ts'

/** Rows as the store keeps them: plain JSON, dates as epoch seconds, keyed by kind and id. */
export type RestApiRecord = Omit<RestApi, 'createdDate'> & { id: string; name: string; createdDate: number }

export type ResourceRecord = {
  apiId: string
  id: string
  path: string
  parentId?: string
  pathPart?: string
  resourceMethods: Record<string, Method>
}

/** What a deployment keeps beside its resources: all that its requests, and its export, need. */
export type DeployedDefinition = {
  api: RestApiRecord
  models: ModelRecord[]
  requestValidators: RequestValidatorRecord[]
  authorizers: AuthorizerRecord[]
  gatewayResponses: GatewayResponseRecord[]
}

export type DeploymentRecord = {
  apiId: string
  id: string
  createdDate: number
  description?: string
  /** What the API was when it was deployed; never changed. */
  resources: ResourceRecord[]
  /** Models, validators, authorizers and gateway responses with it. */
  definition?: DeployedDefinition
}

export type MethodSettingRecord = {
  metricsEnabled: boolean
  loggingLevel?: string
  dataTraceEnabled: boolean
  throttlingBurstLimit: number
  throttlingRateLimit: number
  cachingEnabled: boolean
  cacheTtlInSeconds: number
  cacheDataEncrypted: boolean
  requireAuthorizationForCacheControl: boolean
  unauthorizedCacheControlHeaderStrategy: string
}

export type CanaryRecord = {
  deploymentId: string
  percentTraffic: number
  useStageCache: boolean
  stageVariableOverrides?: Record<string, string>
}

/** A cache cluster on its way: until the instant (world ms) it shows `during`, from then on it has settled. */
export type CacheChange = { during: 'CREATE_IN_PROGRESS' | 'DELETE_IN_PROGRESS' | 'FLUSH_IN_PROGRESS'; until: number }

export type StageRecord = {
  apiId: string
  stageName: string
  deploymentId: string
  description?: string
  documentationVersion?: string
  clientCertificateId?: string
  cacheClusterEnabled: boolean
  cacheClusterSize?: string
  cacheChange?: CacheChange
  methodSettings: Record<string, MethodSettingRecord>
  variables: Record<string, string>
  accessLogSettings?: { destinationArn?: string; format?: string }
  canarySettings?: CanaryRecord
  tracingEnabled: boolean
  tags?: Record<string, string>
  createdDate: number
  lastUpdatedDate: number
}

export type AccountRecord = { cloudwatchRoleArn?: string }

export const kinds = {
  restApi: 'rest-api',
  resource: 'resource',
  deployment: 'deployment',
  /** Deleted deployments: the past of a stage still needs what they were. */
  archivedDeployment: 'archived-deployment',
  stage: 'stage',
  account: 'account',
  /** What each stage is now, as its requests see it. */
  stageInForce: 'stage-in-force',
  /** What each stage was, a row for each change. */
  timeline: 'timeline',
  worldFunction: 'function',
  counter: 'counter',
} as const
