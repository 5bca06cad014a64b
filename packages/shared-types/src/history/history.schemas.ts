import { z } from 'zod'
import { Actor } from '../changes/change.schemas.ts'
import { FieldChange } from '../changes/plan.schemas.ts'
import { Instant } from '../lib/instant.schemas.ts'
import { Cursor } from '../lib/paging.ts'

/** The id of a moment, or an instant (then it's the moment at it or before). */
export const MomentName = z.union([z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/), Instant])
export type MomentName = z.infer<typeof MomentName>

/** A side of a comparison: a moment, or the stage as it is now. */
export const MomentOrNow = z.union([z.literal('now'), MomentName])
export type MomentOrNow = z.infer<typeof MomentOrNow>

/** From when on a stage was seen to be as it then was. */
export const Moment = z.object({
  id: z.string(),
  /** By AWS's date where AWS dates it, else when it was seen. */
  at: Instant,
  /** Until when it was so; null is until now. */
  until: Instant.nullable(),
  seenAt: Instant,
  /** `first`: it was looked at for the first time. `gone`: it was no longer there; what it was is that of the moment before. */
  kind: z.enum(['first', 'changed', 'made', 'gone']),
  /** The stage's incarnation: one made again under its name is another. */
  createdAt: Instant,
  /** By which entry of the activity it came about; null at the first look. */
  change: z.object({ id: z.string(), title: z.string(), actor: Actor }).nullable(),
})
export type Moment = z.infer<typeof Moment>

export const Moments = z.object({
  /** Newest first. */
  items: z.array(Moment),
  nextCursor: Cursor.nullable(),
  /** When the stage was looked at for the first time: nothing is known of it before. Null: it never was. */
  since: Instant.nullable(),
})
export type Moments = z.infer<typeof Moments>

/** One field as it was; absent ones aren't there. */
export const FieldValue = FieldChange.pick({ field: true, label: true }).extend({
  value: z.string(),
  /** What the bare value stands for. */
  note: z.string().optional(),
})
export type FieldValue = z.infer<typeof FieldValue>

/** A stage as it was. */
export const StageThen = z.object({
  moment: Moment,
  fields: z.array(FieldValue),
  /** What was other than at the moment before. */
  changed: z.array(FieldChange),
})
export type StageThen = z.infer<typeof StageThen>

export const MomentComparison = z.object({
  changes: z.array(FieldChange),
  /** Fields that both have alike. */
  same: z.number().int(),
  /** What each side is, where it is a moment; null is now. */
  from: Moment.nullable(),
  to: Moment.nullable(),
})
export type MomentComparison = z.infer<typeof MomentComparison>
