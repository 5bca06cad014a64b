import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { Plan, SeenField } from '@callboard/shared-types/changes/plan.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { Unreachable } from '../aws/patch.ts'
import { leafChanges, leavesOf, textAt, type Leaves } from '../aws/stage-leaves.ts'
import { cliCommand } from './commands.ts'
import { fieldChanges } from './field-labels.ts'
import type { Wish } from './wish.ts'
import type { Path } from './rows.ts'
import type { Subject } from './subject.ts'

/** A plan, and the states it leads through, which the engine keeps to itself. */
export interface Planned {
  plan: Plan
  path: Path
  /** See Wish. */
  secrets: Record<string, string>
}

/** Turns what a verb wants into what will be done, as data. Sends nothing. */
export async function makePlan<P, D extends Wish>(
  verb: string,
  subject: Subject<P, D>,
  present: P,
  draft: D,
  nowMs: number,
): Promise<Planned> {
  const target = await subject.target(present)
  const { path, operations, unreachable } = await subject.steps(target, present, draft)
  const plan: Plan = {
    verb,
    title: draft.title,
    act: draft.act,
    target,
    lookedAt: toInstant(nowMs),
    changes: fieldChanges(path[0]!, path.at(-1)!, draft.notes),
    consequences: draft.consequences ?? [],
    unchanged: subject.unchanged(path, draft),
    hits: draft.hits ?? [],
    warnings: draft.warnings ?? [],
    choices: draft.choices ?? [],
    operations,
    commands: operations.map((operation) => cliCommand(operation, subject.connection.config)),
    confirm: draft.confirm ?? (target.production && isStageTarget(target) ? target.stage : null),
    undo: draft.undo,
    seen: seenFields(path, draft.reads),
    blocked: draft.blocked ?? blockedBy(unreachable) ?? idle(operations.length, subject.noun),
  }
  return { plan, path, secrets: draft.secrets ?? {} }
}

const blockedBy = (unreachable: Unreachable[]): Plan['blocked'] =>
  unreachable.length === 0
    ? null
    : {
        rule: 'unreachable',
        reason: unreachable.map(({ field, reason }) => `${field}: ${reason}`).join('; '),
        fields: unreachable.map(({ field }) => field),
      }

const idle = (calls: number, noun: string): Plan['blocked'] =>
  calls > 0 ? null : { rule: 'nothing_to_do', reason: `The ${noun} is already as it should be`, fields: [] }

/** The present values of all fields that the plan reads or writes. */
function seenFields([before, ...states]: Path, reads: string[]): SeenField[] {
  const leaves = leavesOf(before!)
  const written = states.flatMap((after, step) =>
    leafChanges([before!, ...states][step]!, after).map(({ field }) => field),
  )
  const read = reads.flatMap((prefix) => fieldsUnder(leaves, prefix))
  return [...new Set([...written, ...read])].toSorted().map((field) => ({ field, value: textAt(leaves, field) }))
}

/** A field that is absent counts as read too: that it isn't there is what was seen. */
function fieldsUnder(leaves: Leaves, prefix: string): string[] {
  const fields = [...leaves.keys()].filter((field) => field === prefix || field.startsWith(`${prefix}.`))
  return fields.length > 0 ? fields : [prefix]
}

/** Which of the fields that the person saw are no longer so, or became part of the plan since. */
export function movedFields(seen: SeenField[], plan: Plan): string[] {
  const before = new Map(seen.map(({ field, value }) => [field, value]))
  const now = new Map(plan.seen.map(({ field, value }) => [field, value]))
  return [...new Set([...before.keys(), ...now.keys()])].filter(
    (field) => before.has(field) !== now.has(field) || before.get(field) !== now.get(field),
  )
}
