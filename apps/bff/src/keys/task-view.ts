import type { KeyTask } from '@callboard/shared-types/keys/key-tasks.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StoredTask } from '../db/key-tasks.ts'

const orNull = (ms: number | null) => (ms === null ? null : toInstant(ms))

/** A stored task as people see it. */
export function taskView({ id, byName, createdMs, status, outcome, keyId, otherKeyId, body }: StoredTask): KeyTask {
  const common = { id, by: byName, createdAt: toInstant(createdMs), status, outcome }
  if (body.kind !== 'rotate') return { ...common, kind: body.kind, at: toInstant(body.atMs) }
  return {
    ...common,
    kind: 'rotate',
    phase: body.phase,
    oldKeyId: keyId,
    newKeyId: otherKeyId,
    overlapHours: body.overlapHours,
    deleteAfterDays: body.deleteAfterDays,
    overlapUntil: orNull(body.overlapUntilMs),
    oldCalledAt: orNull(body.oldMovedMs),
    deleteAt: orNull(body.deleteAtMs),
  }
}
