import { z } from 'zod'
import { Deployment, RouteDifference } from '../deployments/deployments.schemas.ts'
import { Series } from '../metrics/metrics.schemas.ts'
import { Instant } from '../lib/instant.schemas.ts'
import { ApiId, ApiKind, DeploymentId, StageName } from '../lib/stage-ref.ts'
import { StageConfig } from '../stages/stages.schemas.ts'

/** One stage of one API, as the fleet's table shows it. */
export const FleetRow = z.object({
  kind: ApiKind,
  apiId: ApiId,
  apiName: z.string(),
  /** Another API of the account has this name: their REST metrics are merged by AWS. */
  nameShared: z.boolean(),
  stage: StageName,
  production: z.boolean(),
  invokeUrl: z.string(),
  deployment: z
    .object({
      id: DeploymentId,
      /** The deployment's description without the name of who did it, or null. */
      label: z.string().nullable(),
      by: z.string().nullable(),
      createdAt: Instant.nullable(),
    })
    .nullable(),
  canary: z.object({ deploymentId: DeploymentId, percentTraffic: z.number() }).nullable(),
  /** AWS's own word, such as `AVAILABLE` or `CREATE_IN_PROGRESS`. */
  cacheClusterStatus: z.string(),
  tags: z.record(z.string(), z.string()),
  lastChange: z.object({
    at: Instant,
    /** A person's name where Callboard did it, else null: outside Callboard. */
    by: z.string().nullable(),
  }),
})
export type FleetRow = z.infer<typeof FleetRow>

export const Fleet = z.object({
  rows: z.array(FleetRow),
  /** APIs whose stages couldn't be read, with AWS's sentence. */
  problems: z.array(z.object({ apiId: ApiId, apiName: z.string(), sentence: z.string() })),
  /** How many APIs weren't read yet, as far as AWS allows calls: ask again soon, their rows come as they are found. */
  pending: z.number().int(),
  asOf: Instant,
})
export type Fleet = z.infer<typeof Fleet>

/** How a stage did over the last 5 finished minutes, from CloudWatch; null without data. */
export const StageHealth = z.object({
  apiId: ApiId,
  stage: StageName,
  health: z.enum(['healthy', 'degraded', 'no_traffic', 'unknown']),
  callsPerMinute: z.number().nullable(),
  /** Of 5XX, 0 to 1. */
  errorRate: z.number().nullable(),
  /** Of the last minute that had calls. */
  p99Ms: z.number().nullable(),
})
export type StageHealth = z.infer<typeof StageHealth>

export const FleetHealth = z.object({ items: z.array(StageHealth), messages: z.array(z.string()), asOf: Instant })
export type FleetHealth = z.infer<typeof FleetHealth>

/** `apiId/stage` */
export const StagePlace = z.templateLiteral([ApiId, '/', StageName])

/** One point a period. */
export const Sparklines = z.object({
  place: StagePlace,
  /** Sum of calls. */
  calls: Series,
  /** Rate of 5XX, 0 to 1. */
  errors5xx: Series,
  p99Ms: Series,
})
export type Sparklines = z.infer<typeof Sparklines>

export const FleetSparklines = z.object({
  /** Without those that a spent limit leaves out. */
  items: z.array(Sparklines),
  /** The day's limit for sparklines is spent: how much it is, in US$. Null while there is some left. */
  spentUsd: z.number().nullable(),
  messages: z.array(z.string()),
})
export type FleetSparklines = z.infer<typeof FleetSparklines>

/** One API with its stages side by side. */
export const ApiView = z.object({
  kind: ApiKind,
  apiId: ApiId,
  apiName: z.string(),
  nameShared: z.boolean(),
  tags: z.record(z.string(), z.string()),
  stages: z.array(
    z.object({
      stage: StageName,
      production: z.boolean(),
      invokeUrl: z.string(),
      config: StageConfig,
      cacheClusterStatus: z.string(),
      tags: z.record(z.string(), z.string()),
      updatedAt: Instant,
      /**
       * What deploying now would change here: routes of the API as it's defined against those the stage runs. Null where
       * AWS didn't tell one of them; methods, integrations and models inside a route aren't compared, AWS keeps no record.
       */
      undeployed: RouteDifference.nullable(),
    }),
  ),
  /** Newest first, each with the stages that run it. */
  deployments: z.array(Deployment),
  asOf: Instant,
})
export type ApiView = z.infer<typeof ApiView>
