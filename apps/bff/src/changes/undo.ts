import { fromInstant } from '@callboard/shared-types/lib/instant'
import { configFrom, groupOf, leafChanges, leavesOf, type LeafChange, type Leaves } from '../aws/stage-leaves.ts'
import type { StoredChange } from './change-store.ts'
import { noUndo } from './change-view.ts'
import type { Draft, Intent, Present } from './intent.ts'
import { labelOf } from './field-labels.ts'
import { pathOf } from './new-deployment.ts'
import type { State, StoredRow } from './rows.ts'

/**
 * A change's undo: a change of its own that puts back only the fields the change touched and keeps everyone's later
 * edits. It's refused, naming the field, where a touched field is no longer what the change left.
 */
export function undoOf(change: StoredChange, rows: StoredRow[]): Intent {
  return {
    verb: 'activity.undo',
    undoes: change.head.id,
    draft: async (present) => draftUndo(change, rows, present),
  }
}

function draftUndo(change: StoredChange, rows: StoredRow[], { stage }: Present): Draft {
  const path = pathOf(rows)
  // A change that went through in part left the state after its last acknowledged call.
  const reached = change.ended?.status === 'partly_done' ? acknowledged(rows) : path.length - 1
  const before: State = path[0] ?? stage.config
  const after: State = path[reached] ?? stage.config
  const present: State = { ...stage.config, ...(before.tags && { tags: stage.tags }) }
  const { config, conflicts } = reverted(before, after, present)
  const { tags = {}, ...wanted } = config
  return {
    title: `Undo: ${change.head.title}`,
    act: `Undo on ${change.head.stage}`,
    states: [wanted],
    ...(before.tags && { tags }),
    reads: [],
    undo: { kind: 'exact' },
    blocked: refusal(change, stage.createdMs, conflicts),
    notes: notesOf(change),
  }
}

function refusal(change: StoredChange, createdMs: number, conflicts: LeafChange[]): Draft['blocked'] {
  const never = noUndo(change)
  if (never) return { rule: 'undo', reason: never, fields: [] }
  if (fromInstant(change.plan.target.createdAt) !== createdMs)
    return { rule: 'undo', reason: 'The stage was deleted and made again since', fields: [] }
  if (conflicts.length === 0) return undefined
  const named = conflicts.map(({ path, field }) => `${labelOf(path)} (${field})`).join(', ')
  return {
    rule: 'undo',
    reason: `No longer what this change left: ${named}`,
    fields: conflicts.map(({ field }) => field),
  }
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
  const config: State = configFrom(next)
  return { config, conflicts }
}

/** Groups (see groupOf) of which nothing was there before. */
function createdGroups(touched: LeafChange[], before: Leaves): string[][] {
  const groups = new Map(
    touched.flatMap(({ path }) => (groupOf(path) ? [[groupOf(path)!.join('.'), groupOf(path)!]] : [])),
  )
  return [...groups.values()].filter((group) => ![...before.values()].some(({ path }) => inGroup(path, group)))
}

const inGroup = (path: string[], group: string[]) => group.every((part, index) => path[index] === part)

const acknowledged = (rows: StoredRow[]) => rows.filter(({ body }) => body.kind === 'answered' && body.ok).length

/** What bare values stand for, as the undone change's plan said. */
function notesOf({ plan }: StoredChange): Draft['notes'] {
  const known = new Map(
    plan.changes.flatMap(({ field, before, after, beforeNote, afterNote }) => [
      [`${field} ${before}`, beforeNote],
      [`${field} ${after}`, afterNote],
    ]),
  )
  return (field, value) => known.get(`${field} ${value}`)
}
