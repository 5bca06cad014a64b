import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { KeyId, PlanId } from './plans.schemas.ts'

/** A day in UTC, as `2026-01-15`. */
export const Day = z.iso.date()

/** What is left of a key's quota in the period that is running. */
export const QuotaState = z.object({
  /** When the period began and when it ends. */
  from: Instant,
  to: Instant,
  limit: z.number(),
  used: z.number(),
  /** AWS's own figure, which an extension raises. */
  remaining: z.number(),
  /** Requests a day, over the last days that are over. */
  pacePerDay: z.number(),
  /** When it runs out if it goes on so; null where the period ends before. */
  runsOutAt: Instant.nullable(),
})
export type QuotaState = z.infer<typeof QuotaState>

/** One key in the plan. */
export const KeyUsage = z.object({
  keyId: KeyId,
  name: z.string(),
  owner: z.string().nullable(),
  /** It isn't in the plan any more. */
  gone: z.boolean(),
  enabled: z.boolean(),
  /** By day, the last being today; null where nobody kept it. */
  used: z.array(z.number().nullable()),
  total: z.number(),
  /** Null without a quota. */
  quota: QuotaState.nullable(),
  /** Called for the first time in the last 7 days, or not called in the last 7 but before. */
  trend: z.enum(['new', 'vanished', 'steady', 'silent']),
})
export type KeyUsage = z.infer<typeof KeyUsage>

export const PlanUsage = z.object({
  planId: PlanId,
  /** The first day; the last is today. */
  from: Day,
  days: z.number().int(),
  /** Of all keys together, by day. */
  used: z.array(z.number().nullable()),
  keys: z.array(KeyUsage),
  asOf: Instant,
})
export type PlanUsage = z.infer<typeof PlanUsage>
