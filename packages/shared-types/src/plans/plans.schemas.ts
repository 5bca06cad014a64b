import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { ApiId, StageName } from '../lib/stage-ref.ts'
import { quotaPeriods } from './plan-rules.ts'

export const PlanId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export const KeyId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** Requests a second, and requests. */
export const PlanThrottle = z.object({ rateLimit: z.number(), burstLimit: z.number() })
export type PlanThrottle = z.infer<typeof PlanThrottle>
export const PlanQuota = z.object({ limit: z.number(), period: z.enum(quotaPeriods), offset: z.number() })
export type PlanQuota = z.infer<typeof PlanQuota>

/** A stage that the plan's keys may call. */
export const PlanStage = z.object({
  apiId: ApiId,
  /** The id where the API isn't there any more. */
  apiName: z.string(),
  stage: StageName,
  production: z.boolean(),
  /** False where the stage isn't there; null where that couldn't be asked. */
  exists: z.boolean().nullable(),
  /** By AWS's own key, such as `/pets/GET`. */
  methods: z.record(z.string(), PlanThrottle),
})
export type PlanStage = z.infer<typeof PlanStage>

export const PlanRow = z.object({
  id: PlanId,
  name: z.string(),
  description: z.string(),
  /** AWS Marketplace's, or empty. */
  productCode: z.string(),
  /** Null has no limit of its own. */
  throttle: PlanThrottle.nullable(),
  quota: PlanQuota.nullable(),
  stages: z.array(PlanStage),
  tags: z.record(z.string(), z.string()),
  /** Null until they have been counted. */
  keys: z.number().int().nullable(),
})
export type PlanRow = z.infer<typeof PlanRow>

export const PlanList = z.object({ items: z.array(PlanRow), asOf: Instant })
export type PlanList = z.infer<typeof PlanList>

export const PlanKey = z.object({
  id: KeyId,
  name: z.string(),
  enabled: z.boolean(),
  owner: z.string().nullable(),
})
export type PlanKey = z.infer<typeof PlanKey>

/** A method of a stage in the plan, with every limit that a request to it meets. */
export const PlanMethod = z.object({
  /** The plan's own key of it, such as `/pets/GET`. */
  key: z.string(),
  method: z.string(),
  path: z.string(),
  /** Of the live deployment: without it the plan's limits aren't asked (3.3). */
  apiKeyRequired: z.boolean(),
  /** The plan limits it, but the live deployment has no such method. */
  orphan: z.boolean(),
  plan: PlanThrottle.nullable(),
  stage: PlanThrottle.nullable(),
})
export type PlanMethod = z.infer<typeof PlanMethod>

export const PlanStageMethods = z.object({
  apiId: ApiId,
  stage: StageName,
  /** The stage's default for all methods; null where it limits nothing. */
  default: PlanThrottle.nullable(),
  methods: z.array(PlanMethod),
  /** Why the methods aren't known, in AWS's words, or null. */
  unknown: z.string().nullable(),
})
export type PlanStageMethods = z.infer<typeof PlanStageMethods>

/** `apiId:stage`, AWS's own name of a stage in a plan. */
export const PlanStageKey = z.templateLiteral([ApiId, ':', StageName])

/** Limits as a person sets them. */
const SetThrottle = z.object({ rateLimit: z.number().min(0).max(1e6), burstLimit: z.number().min(0).max(1e6) })
const SetQuota = z.object({
  limit: z.number().int().min(0).max(1e12),
  period: z.enum(quotaPeriods),
  offset: z.number().int().min(0).max(100),
})

/** Edits over the present: what isn't named stays as it is, whoever set it; null takes a limit away. */
export const PlanEdits = z.object({
  name: z.string().trim().max(1024).optional(),
  description: z.string().trim().max(2_000).optional(),
  throttle: SetThrottle.nullable().optional(),
  quota: SetQuota.nullable().optional(),
  addStages: z.array(PlanStageKey).max(100).default([]),
  removeStages: z.array(PlanStageKey).max(100).default([]),
  /** By stage and AWS's key of the method; null gives a method back to the plan's own limit. */
  methods: z.record(PlanStageKey, z.record(z.string().max(1024), SetThrottle.nullable())).default({}),
})
export type PlanEdits = z.infer<typeof PlanEdits>

/** Edits of plans that wait, in their order. */
export const PlanQueue = z.object({
  items: z.array(
    z.object({
      planId: z.string(),
      /** When it is sent at the earliest, in milliseconds from now. */
      inMs: z.number(),
    }),
  ),
})
export type PlanQueue = z.infer<typeof PlanQueue>

export const PlanView = z.object({
  plan: PlanRow,
  keys: z.array(PlanKey),
  stages: z.array(PlanStageMethods),
  /** Of the account and region; null where AWS didn't tell. */
  account: PlanThrottle.nullable(),
  asOf: Instant,
})
export type PlanView = z.infer<typeof PlanView>
