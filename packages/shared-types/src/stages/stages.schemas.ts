import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { DeploymentId, StageRef } from '../lib/stage-ref.ts'

/** A method setting as AWS has it; units are in AWS's names. */
export const MethodSetting = z.object({
  metricsEnabled: z.boolean(),
  /** OFF, ERROR or INFO; AWS leaves it out until it was set, which means OFF. */
  loggingLevel: z.string(),
  dataTraceEnabled: z.boolean(),
  throttlingBurstLimit: z.number(),
  throttlingRateLimit: z.number(),
  cachingEnabled: z.boolean(),
  cacheTtlInSeconds: z.number(),
  cacheDataEncrypted: z.boolean(),
  requireAuthorizationForCacheControl: z.boolean(),
  unauthorizedCacheControlHeaderStrategy: z.string(),
})
export type MethodSetting = z.infer<typeof MethodSetting>

export const CanarySettings = z.object({
  deploymentId: DeploymentId,
  /** 0.0 to 100.0 */
  percentTraffic: z.number(),
  useStageCache: z.boolean(),
  stageVariableOverrides: z.record(z.string(), z.string()).optional(),
})
export type CanarySettings = z.infer<typeof CanarySettings>

/** All of a stage that a person can set, in AWS's words; tags are a call of their own and not part of it. */
export const StageConfig = z.object({
  deploymentId: DeploymentId.optional(),
  description: z.string().optional(),
  documentationVersion: z.string().optional(),
  clientCertificateId: z.string().optional(),
  cacheClusterEnabled: z.boolean(),
  /** In GB, as AWS spells it: `0.5`, `1.6` … `237`. */
  cacheClusterSize: z.string().optional(),
  tracingEnabled: z.boolean(),
  variables: z.record(z.string(), z.string()).optional(),
  /** By AWS's own key, still escaped, such as `~1pets/GET`. */
  methodSettings: z.record(z.string(), MethodSetting).optional(),
  accessLogSettings: z.object({ destinationArn: z.string().optional(), format: z.string().optional() }).optional(),
  canarySettings: CanarySettings.optional(),
})
export type StageConfig = z.infer<typeof StageConfig>

/** One stage, as its page shows it. */
export const StageView = z.object({
  ref: StageRef,
  apiName: z.string(),
  nameShared: z.boolean(),
  production: z.boolean(),
  invokeUrl: z.string(),
  config: StageConfig,
  cacheClusterStatus: z.string(),
  tags: z.record(z.string(), z.string()),
  createdAt: Instant,
  updatedAt: Instant,
  asOf: Instant,
})
export type StageView = z.infer<typeof StageView>
