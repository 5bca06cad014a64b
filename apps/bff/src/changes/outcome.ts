import type { ChangeStatus } from '@callboard/shared-types/changes/change.schemas'
import type { FieldChange } from '@callboard/shared-types/changes/plan.schemas'
import { leafChanges, leavesOf, textAt } from '../aws/stage-leaves.ts'
import { fieldChanges } from './field-labels.ts'
import { pathOf } from './making.ts'
import { isTraceless } from './operations.ts'
import { lastOf, type Path, type RowBodyOf, type State, type StoredRow } from './rows.ts'

/** What the rows of a change prove, before AWS is asked. */
export interface Facts {
  /** How many calls there should be, and how many AWS acknowledged. */
  steps: number
  acknowledged: number
  /** How the sending went: all acknowledged, one refused, one of unknown effect, or stopped before the next call. */
  sending: 'complete' | 'refused' | 'unknown' | 'stopped'
  /** Why it didn't go on, where it didn't: AWS's sentence, or ours. */
  sentence: string
  path: Path
  /** The last call sent leaves nothing on the stage to see it by. */
  traceless: boolean
  /** Process time of the last row: how long AWS has had to show what it took. */
  lastMs: number
}

export type End = Omit<RowBodyOf<'ended'>, 'kind'>

/** How long AWS may go on showing the state of before (the architecture's read-back). */
export const settleMs = 10_000

/** AWS may still answer from before the change: ask again. */
export const ASK_AGAIN = 'ask again'

export function factsOf(rows: StoredRow[]): Facts {
  const steps = lastOf(rows, 'pending')?.body.operations.length ?? 0
  const answers = rows.flatMap(({ body }) => (body.kind === 'answered' ? [body] : []))
  const acknowledged = answers.filter(({ ok }) => ok).length
  const lastSent = lastOf(rows, 'pending')?.body.operations[lastOf(rows, 'sent')?.body.step ?? -1]
  const traceless = lastSent !== undefined && isTraceless(lastSent)
  const common = { steps, path: pathOf(rows), traceless, lastMs: rows.at(-1)?.processMs ?? 0 }

  const found = lastOf(rows, 'found')?.body
  if (found?.created) {
    const sentence = 'The answer was lost, but AWS has made it'
    const acknowledged = found.step + 1
    // Where nothing was to follow, AWS is asked whether it shows what was made.
    return { ...common, acknowledged, sending: acknowledged === steps ? 'complete' : 'stopped', sentence }
  }
  if (found) {
    const sentence = 'The answer was lost, and AWS shows nothing that was made'
    return { ...common, acknowledged: found.step, sending: 'refused', sentence }
  }
  const last = answers.at(-1)
  if (last && !last.ok)
    return {
      ...common,
      acknowledged,
      sending: last.proof === 'nothing_done' ? 'refused' : 'unknown',
      sentence: last.sentence,
    }
  const sent = rows.filter(({ body }) => body.kind === 'sent').length
  const sentence = 'Callboard stopped before it had an answer'
  if (sent > answers.length) return { ...common, acknowledged, sending: 'unknown', sentence }
  const complete = steps > 0 && acknowledged === steps
  return {
    ...common,
    acknowledged,
    sending: complete ? 'complete' : 'stopped',
    sentence: 'Callboard stopped before it was sent',
  }
}

/** True where the rows alone say how it ended, without a look at AWS. */
export const endsUnseen = (facts: Facts): boolean => facts.sending === 'refused' || facts.sending === 'stopped'

/**
 * How a change ended, by what its rows prove and what AWS shows.
 * @param present undefined where the rows alone decide
 * @param mayBeStale AWS was asked so soon that it may show the state of before
 */
export function judge(facts: Facts, present: State | undefined, mayBeStale: boolean): End | typeof ASK_AGAIN {
  const { steps, acknowledged, sending, path } = facts
  if (endsUnseen(facts)) {
    return acknowledged === 0
      ? end('failed', facts.sentence)
      : end('partly_done', `${acknowledged} of ${steps} calls went through. ${facts.sentence}`)
  }
  if (sending === 'unknown' && facts.traceless)
    return end('unclear', `${facts.sentence}. AWS doesn't show whether it was done`)
  const shown = path.findLastIndex((state) => present && shows(path, present, state))
  const meant = sending === 'complete' ? steps : acknowledged + 1
  if (shown === meant) {
    const others = untouched(path, present!)
    if (meant < steps) return end('partly_done', `${meant} of ${steps} calls went through. ${facts.sentence}`, others)
    const text = sending === 'complete' ? 'AWS shows the change' : 'The answer was lost, but AWS shows the change'
    return end('done', text, others)
  }
  if (mayBeStale) return ASK_AGAIN
  return sending === 'complete' ? contradicted(facts, present!, shown) : unanswered(facts, present!, shown)
}

/** Acknowledged by AWS, and yet it shows something else. */
function contradicted({ path, steps }: Facts, present: State, shown: number): End {
  if (shown >= 0) return end('unclear', `AWS acknowledged the change, but shows it as after ${shown} of ${steps} calls`)
  const moved = fieldChanges(path.at(-1)!, present)
  return {
    status: 'done',
    outcome: 'AWS took the change; another one came right after',
    effects: moved,
    metAnother: true,
  }
}

function unanswered({ acknowledged, steps, sentence, path }: Facts, present: State, shown: number): End {
  if (shown === acknowledged) {
    const text = `${sentence}. AWS shows nothing of it`
    return acknowledged === 0
      ? end('failed', text)
      : end('partly_done', `${acknowledged} of ${steps} calls went through. ${text}`)
  }
  return {
    ...end('unclear', `${sentence}. AWS shows neither the state before nor the one after`),
    effects: fieldChanges(path.at(-1)!, present),
  }
}

const end = (status: Exclude<ChangeStatus, 'pending'>, outcome: string, others: FieldChange[] = []): End => {
  const met = others.filter(({ field }) => !movedByAws.has(field))
  return {
    status,
    outcome:
      met.length > 0 ? `${outcome}. It met another change: ${met.map(({ label }) => label).join(', ')}` : outcome,
    effects: others,
    metAnother: met.length > 0,
  }
}

/** Fields that AWS fills in by itself when others are set (control-plane-rest 1.3, cache). */
const movedByAws = new Set(['cacheClusterSize'])

/** Whether the fields that the path touches stand in `present` as in `state`. */
function shows(path: Path, present: State, state: State): boolean {
  const [now, then] = [leavesOf(present), leavesOf(state)]
  return touchedFields(path).every((field) => textAt(now, field) === textAt(then, field))
}

const untouched = (path: Path, present: State): FieldChange[] => {
  const touched = new Set(touchedFields(path))
  return fieldChanges(path.at(-1)!, present).filter(({ field }) => !touched.has(field))
}

const touchedFields = (path: Path): string[] => [
  ...new Set(path.slice(1).flatMap((after, step) => leafChanges(path[step]!, after).map(({ field }) => field))),
]
