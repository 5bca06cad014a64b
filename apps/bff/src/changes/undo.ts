import { isStageTarget } from '@callboard/shared-types/changes/target'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import { configFrom, groupOf, leafChanges, leavesOf, type LeafChange, type Leaves } from '../aws/stage-leaves.ts'
import type { StoredChange } from './change-store.ts'
import { noUndo } from './change-view.ts'
import type { Intent } from './intent.ts'
import type { Wish } from './wish.ts'
import { labelOf } from './field-labels.ts'
import { pathOf, slackMs } from './making.ts'
import type { State, StoredRow } from './rows.ts'
import { isAbsent } from './absent.ts'
import type { Subject } from './subject.ts'

/**
 * A change's undo: a change of its own that puts back only the fields the change touched and keeps everyone's later
 * edits. It's refused, naming the field, where a touched field is no longer what the change left.
 */
export function undoOf(change: StoredChange, rows: StoredRow[]): Intent<unknown, Wish> {
  return {
    verb: 'activity.undo',
    undoes: change.head.id,
    draft: async (present, subject) => draftUndo(change, rows, present, subject),
  }
}

async function draftUndo(
  change: StoredChange,
  rows: StoredRow[],
  present: unknown,
  subject: Subject<unknown, Wish>,
): Promise<Wish> {
  const path = pathOf(rows)
  // A change that went through in part left the state after its last acknowledged call.
  const reached = change.ended?.status === 'partly_done' ? acknowledged(rows) : path.length - 1
  const now = await subject.stateOf(present, Object.assign({}, ...path))
  const before = path[0] ?? now
  const after = path[reached] ?? now
  const { config, conflicts } = reverted(before, after, now)
  const { createdAt } = await subject.target(present)
  return {
    title: `Undo: ${change.head.title}`,
    act: `Undo on ${change.head.stage || change.head.api_name}`,
    ...subject.leadingTo(config),
    reads: [],
    // What a change can't bring back, its undo takes away as well: a cache that comes back comes back empty.
    undo: change.plan.undo.kind === 'compensating' ? change.plan.undo : { kind: 'exact' },
    blocked: refusal(change, subject.noun, createdAt === null ? null : fromInstant(createdAt), conflicts, after),
    notes: notesOf(change),
  }
}

function refusal(
  change: StoredChange,
  noun: string,
  createdMs: number | null,
  conflicts: LeafChange[],
  after: State,
): Wish['blocked'] {
  const never = noUndo(change)
  if (never) return { rule: 'undo', reason: never, fields: [] }
  const gone = createdMs === null
  if (gone && !isAbsent(after)) return { rule: 'undo', reason: `The ${noun} was deleted since`, fields: [] }
  if (!gone && isAbsent(after)) return { rule: 'undo', reason: `The ${noun} was made again since`, fields: [] }
  if (!gone && !isSame(change, createdMs))
    return { rule: 'undo', reason: `The ${noun} was deleted and made again since`, fields: [] }
  if (conflicts.length === 0) return undefined
  const named = conflicts.map(({ path, field }) => `${labelOf(path)} (${field})`).join(', ')
  return {
    rule: 'undo',
    reason: `No longer what this change left: ${named}`,
    fields: conflicts.map(({ field }) => field),
  }
}

/** Whether what is there now is what the change was made to, or what it made itself. */
function isSame({ head, ended, plan }: StoredChange, createdMs: number): boolean {
  const { createdAt } = plan.target
  // AWS gives the ids of keys and plans to one thing only.
  if (!isStageTarget(plan.target)) return true
  if (createdAt !== null) return fromInstant(createdAt) === createdMs
  return createdMs >= head.at_ms - slackMs && createdMs <= (ended?.atMs ?? head.at_ms) + slackMs
}

/**
 * `present` with the fields that differ between `before` and `after` set back to `before`.
 * What the change made as a whole (a canary, an override) goes as a whole, so nothing may have been added to it since.
 */
export function reverted(before: State, after: State, present: State) {
  const touched = leafChanges(before, after)
  const [now, left] = [leavesOf(present), leavesOf(after)]
  const conflicts: LeafChange[] = touched.filter(({ field, after: value }) => now.get(field)?.value !== value)
  for (const group of createdGroups(touched, leavesOf(before)))
    for (const [field, leaf] of now)
      if (inGroup(leaf.path, group) && !left.has(field))
        conflicts.push({ field, path: leaf.path, before: undefined, after: leaf.value })
  const next = new Map(now)
  for (const { field, path, before: value } of touched) {
    if (value === undefined) next.delete(field)
    else next.set(field, { path, value })
  }
  return { config: configFrom<State>(next), conflicts }
}

/** Groups (see groupOf) of which nothing was there before; all of it, where nothing was there at all. */
function createdGroups(touched: LeafChange[], before: Leaves): string[][] {
  if (before.size === 0) return [[]]
  const groups = new Map(
    touched.flatMap(({ path }) => (groupOf(path) ? [[groupOf(path)!.join('.'), groupOf(path)!]] : [])),
  )
  return [...groups.values()].filter((group) => ![...before.values()].some(({ path }) => inGroup(path, group)))
}

const inGroup = (path: string[], group: string[]) => group.every((part, index) => path[index] === part)

const acknowledged = (rows: StoredRow[]) => rows.filter(({ body }) => body.kind === 'answered' && body.ok).length

/** What bare values stand for, as the undone change's plan said. */
function notesOf({ plan }: StoredChange): Wish['notes'] {
  const known = new Map(
    plan.changes.flatMap(({ field, before, after, beforeNote, afterNote }) => [
      [`${field} ${before}`, beforeNote],
      [`${field} ${after}`, afterNote],
    ]),
  )
  return (field, value) => known.get(`${field} ${value}`)
}
