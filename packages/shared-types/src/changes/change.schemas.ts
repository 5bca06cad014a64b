import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { changeStatuses } from './change-statuses.ts'
import { FieldChange, Plan, SeenField, Target, UndoKind } from './plan.schemas.ts'

/** Who did it. `subject` and `issuer` say who for certain, `name` is what they were called then. */
export const Actor = z.object({
  kind: z.enum(['person', 'job', 'outside']),
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
})
export type Actor = z.infer<typeof Actor>

export const ChangeStatus = z.enum(changeStatuses)
export type ChangeStatus = z.infer<typeof ChangeStatus>

export const RowKind = z.enum(['planned', 'pending', 'sent', 'answered', 'found', 'ended', 'settled', 'seen', 'named'])
export type RowKind = z.infer<typeof RowKind>

/** One of the append-only rows that a change is made of, in words a person can read. */
export const ChangeRow = z.object({
  kind: RowKind,
  at: Instant,
  text: z.string(),
  /** AWS's own, where it answered. */
  requestId: z.string().nullable(),
})
export type ChangeRow = z.infer<typeof ChangeRow>

/** Whether the change can be put back now, and if not why. */
export const UndoState = z.object({
  kind: UndoKind,
  available: z.boolean(),
  /** Why it isn't available, or null. */
  reason: z.string().nullable(),
  undoneBy: z.string().nullable(),
})

export const Change = z.object({
  id: z.string(),
  verb: z.string(),
  title: z.string(),
  target: Target,
  actor: Actor,
  reason: z.string(),
  at: Instant,
  endedAt: Instant.nullable(),
  status: ChangeStatus,
  /** One sentence on how it ended, or null while it goes on. AWS's own sentence where AWS refused. */
  outcome: z.string().nullable(),
  changes: z.array(FieldChange),
  /** What AWS moved by itself, found by reading back. */
  effects: z.array(FieldChange),
  /** Somebody else's change came between look and read-back. */
  metAnother: z.boolean(),
  undo: UndoState,
  /** The change that this one undoes, or null. */
  undoes: z.string().nullable(),
  /** A person's verdict on an unclear one, or null. */
  settled: z.object({ as: z.enum(['done', 'failed']), by: Actor, note: z.string(), at: Instant }).nullable(),
})
export type Change = z.infer<typeof Change>

export const ChangeDetail = Change.extend({ rows: z.array(ChangeRow), commands: z.array(z.string()) })
export type ChangeDetail = z.infer<typeof ChangeDetail>

/** What every writing endpoint takes besides its own input. A dry run answers the plan and does nothing. */
export const WriteInput = z.object({
  dryRun: z.boolean(),
  reason: z.string().trim().max(500).default(''),
  /** The words typed to confirm, where the plan asks for them. */
  confirm: z.string().max(200).optional(),
  /** `plan.seen` of the plan the person looked at; required unless it's a dry run. */
  seen: z.array(SeenField).max(500).optional(),
})
export type WriteInput = z.infer<typeof WriteInput>
/** As it is sent: the reason may be left out. */
export type SentWriteInput = z.input<typeof WriteInput>

/** What every writing endpoint answers: the plan, and the change unless it was a dry run. */
export const WriteResult = z.object({ plan: Plan, change: Change.nullable() })
export type WriteResult = z.infer<typeof WriteResult>
