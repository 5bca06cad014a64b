import type { ApiKey, Method, RestApi, UsagePlan } from '@aws-sdk/client-api-gateway'
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
  /** Counts how often the cache lost all it held. */
  cacheContents?: number
  /** Counts how often the cached answers of authorizers were flushed. */
  authorizerContents?: number
  methodSettings: Record<string, MethodSettingRecord>
  variables: Record<string, string>
  accessLogSettings?: { destinationArn?: string; format?: string }
  canarySettings?: CanaryRecord
  tracingEnabled: boolean
  webAclArn?: string
  tags?: Record<string, string>
  createdDate: number
  lastUpdatedDate: number
}

export type ApiKeyRecord = Omit<ApiKey, 'createdDate' | 'lastUpdatedDate'> & {
  id: string
  value: string
  enabled: boolean
  /** When `enabled` changed (world ms), and what it was: stages hear of it later. */
  switched?: { at: number; was: boolean }
  createdDate: number
  lastUpdatedDate: number
}

export type ApiStageRecord = { apiId: string; stage: string; throttle?: Record<string, ThrottleRecord> }

export type ThrottleRecord = { burstLimit?: number; rateLimit?: number }

export type QuotaRecord = { limit?: number; offset?: number; period?: string }

export type UsagePlanRecord = Omit<UsagePlan, 'apiStages' | 'throttle' | 'quota'> & {
  id: string
  name: string
  apiStages: ApiStageRecord[]
  throttle?: ThrottleRecord
  quota?: QuotaRecord
}

/** A key in a plan, since an instant (world ms). */
export type UsagePlanKeyRecord = { usagePlanId: string; keyId: string; since: number }

/** What a key has used of a plan, by UTC day (`2026-01-15`), and the remaining quota that somebody set, if any. */
export type UsageRecord = {
  usagePlanId: string
  keyId: string
  days: Record<string, number>
  granted?: { day: string; remaining: number; usedBefore: number }
}

/** What a web ACL in front of a stage blocks: AWS WAF has no API here, so the director makes it. */
export type WebAclRecord = { blockedPaths: string[] }

export type AccountRecord = { cloudwatchRoleArn?: string }

export const kinds = {
  restApi: 'rest-api',
  resource: 'resource',
  deployment: 'deployment',
  /** Deleted deployments: the past of a stage still needs what they were. */
  archivedDeployment: 'archived-deployment',
  stage: 'stage',
  account: 'account',
  apiKey: 'api-key',
  usagePlan: 'usage-plan',
  usagePlanKey: 'usage-plan-key',
  usage: 'usage',
  /** What each stage is now, as its requests see it. */
  stageInForce: 'stage-in-force',
  /** What each stage was, a row for each change. */
  timeline: 'timeline',
  worldFunction: 'function',
  /** What the director makes go wrong about functions. */
  functionFault: 'function-fault',
  /** What the director blocks in front of a stage. */
  webAcl: 'web-acl',
  counter: 'counter',
} as const
