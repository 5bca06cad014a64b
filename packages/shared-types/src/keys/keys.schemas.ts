import { z } from 'zod'
import { Instant } from '../lib/instant.ts'
import { PlanQuota, PlanThrottle, KeyId, PlanId, PlanStage } from '../plans/plans.schemas.ts'

/** An API key, without its value: that leaves the BFF by `reveal` alone. */
export const KeyRow = z.object({
  id: KeyId,
  name: z.string(),
  enabled: z.boolean(),
  /** From its tags. */
  owner: z.string().nullable(),
  email: z.string().nullable(),
  planIds: z.array(PlanId),
  createdAt: Instant,
  updatedAt: Instant,
})
export type KeyRow = z.infer<typeof KeyRow>

export const KeyList = z.object({
  items: z.array(KeyRow),
  plans: z.array(z.object({ id: PlanId, name: z.string() })),
  /** Plans whose keys haven't been read yet: which keys are in them isn't known. */
  plansPending: z.number().int(),
  asOf: Instant,
})
export type KeyList = z.infer<typeof KeyList>

export const KeyView = z.object({
  key: KeyRow,
  description: z.string(),
  /** AWS Marketplace's customer, or empty. */
  customerId: z.string(),
  tags: z.record(z.string(), z.string()),
  plans: z.array(
    z.object({
      id: PlanId,
      name: z.string(),
      throttle: PlanThrottle.nullable(),
      quota: PlanQuota.nullable(),
      stages: z.array(PlanStage),
    }),
  ),
  asOf: Instant,
})
export type KeyView = z.infer<typeof KeyView>

/** What a key used over the last 30 days, all its plans together. */
export const KeyStrip = z.object({
  keyId: KeyId,
  /** By day, the last being today; null where it isn't known. */
  used: z.array(z.number().nullable()),
})
export type KeyStrip = z.infer<typeof KeyStrip>

export const stripDays = 30
export const mostStrips = 100
