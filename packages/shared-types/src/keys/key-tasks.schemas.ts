import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { KeyId } from '../plans/plans.schemas.ts'

/** Where a rotation is: the new key is being made, waited for until the gateways know it, both are valid, the old one is off. */
export const RotationPhase = z.enum(['making', 'proving', 'overlap', 'off'])
export type RotationPhase = z.infer<typeof RotationPhase>

const AnyTask = {
  id: z.string(),
  by: z.string(),
  createdAt: Instant,
  status: z.enum(['open', 'done', 'cancelled', 'failed']),
  /** How it ended, in words; empty while it's open. */
  outcome: z.string(),
}

/** What the clock will do with a key. */
export const KeyTask = z.discriminatedUnion('kind', [
  z.object({ ...AnyTask, kind: z.literal('expire'), at: Instant }),
  z.object({ ...AnyTask, kind: z.literal('delete'), at: Instant }),
  z.object({
    ...AnyTask,
    kind: z.literal('rotate'),
    phase: RotationPhase,
    oldKeyId: KeyId,
    /** Null until it's made. */
    newKeyId: KeyId.nullable(),
    overlapHours: z.number(),
    deleteAfterDays: z.number(),
    /** When the old key is disabled if nobody calls with it any more; null before the overlap begins. */
    overlapUntil: Instant.nullable(),
    /** When a call with the old key was last seen to be counted; AWS counts minutes late. */
    oldCalledAt: Instant.nullable(),
    /** When the old key is deleted; null before it's disabled. */
    deleteAt: Instant.nullable(),
  }),
])
export type KeyTask = z.infer<typeof KeyTask>

/** How long both keys are valid, and how long the old one stays disabled before it's deleted. */
export const Rotation = z.object({
  overlapHours: z
    .number()
    .min(0)
    .max(24 * 90),
  deleteAfterDays: z.number().min(0).max(365),
})

/** The old key is off only after nobody called with it for so long. */
export const quietMinutes = 60
