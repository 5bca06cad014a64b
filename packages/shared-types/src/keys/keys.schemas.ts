import { z } from 'zod'
import { KeyTask } from './key-tasks.schemas.ts'
import { longestName } from './key-rules.ts'
import { Instant } from '../lib/instant.schemas.ts'
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

/** AWS's limits of tags (control-plane-rest 1.11). */
const TagName = z
  .string()
  .min(1)
  .max(128)
  .refine((key) => !key.startsWith('aws:'), 'Tags that begin with aws: are AWS’s own')
const Tags = z.record(TagName, z.string().max(256))

/** So many plans may one key be in (usage plan facts, 3.6). */
export const mostPlans = 10

export const NewKey = z.object({
  name: z.string().trim().max(longestName).default(''),
  description: z.string().trim().max(2_000).default(''),
  owner: z.string().trim().max(256).default(''),
  email: z.string().trim().max(256).default(''),
  enabled: z.boolean().default(true),
  planIds: z.array(PlanId).max(mostPlans).default([]),
  /** One that somebody brings; without it one is made. It goes to AWS and is kept nowhere. */
  value: z.string().max(400).optional(),
})
export type NewKey = z.infer<typeof NewKey>

/** What is told once of a key that was made. */
export const MadeKey = z.object({
  keyId: KeyId,
  value: z.string(),
  /** A call to try it with: the first method that asks for a key on the first stage of its first plan. */
  tryIt: z.object({ method: z.string(), url: z.string() }).nullable(),
})
export type MadeKey = z.infer<typeof MadeKey>

/** Edits over the present: what isn't named stays as it is, whoever set it. */
export const KeyEdits = z.object({
  name: z.string().trim().max(longestName).optional(),
  description: z.string().trim().max(2_000).optional(),
  enabled: z.boolean().optional(),
  setTags: Tags.default({}),
  removeTags: z.array(TagName).max(50).default([]),
  addPlans: z.array(PlanId).max(mostPlans).default([]),
  removePlans: z.array(PlanId).max(mostPlans).default([]),
})
export type KeyEdits = z.infer<typeof KeyEdits>

export const KeyView = z.object({
  key: KeyRow,
  description: z.string(),
  /** AWS Marketplace's customer, or empty. */
  customerId: z.string(),
  tags: z.record(z.string(), z.string()),
  /** What the clock will do with it, and what it did last. */
  tasks: z.array(KeyTask),
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
