import type { Actor, Change, ChangeDetail, ChangeRow } from '@callboard/shared-types/changes/change.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StoredChange } from './change-store.ts'
import type { StoredRow } from './rows.ts'

/** A stored change as people see it. */
export function changeView({ head, plan, ended, settled, undoneBy }: StoredChange): Change {
  return {
    id: head.id,
    verb: head.verb,
    title: head.title,
    target: plan.target,
    actor: {
      kind: head.actor_kind as Actor['kind'],
      issuer: head.actor_issuer,
      subject: head.actor_subject,
      name: head.actor_name,
    },
    reason: head.reason,
    at: toInstant(head.at_ms),
    endedAt: ended ? toInstant(ended.atMs) : null,
    status: ended?.status ?? 'pending',
    outcome: ended?.outcome ?? null,
    changes: plan.changes,
    effects: ended?.effects ?? [],
    metAnother: ended?.metAnother ?? false,
    undo: undoState({ head, plan, ended, settled, undoneBy }),
    undoes: head.undoes,
    settled: settled && {
      as: settled.as,
      by: settled.actor,
      note: settled.note,
      at: toInstant(settled.atMs),
    },
  }
}

/** Why a change can't be undone whatever the stage looks like now, or null. Whether the stage allows it, its plan says. */
export function noUndo({ plan, ended, undoneBy }: StoredChange): string | null {
  if (plan.undo.kind === 'none') return plan.undo.why
  if (!ended) return 'It has not ended yet'
  if (ended.status === 'failed') return 'It changed nothing'
  if (ended.status === 'unclear') return "It isn't known what it changed"
  if (undoneBy) return 'It was undone already'
  return null
}

function undoState(change: StoredChange): Change['undo'] {
  const reason = noUndo(change)
  return { kind: change.plan.undo, available: reason === null, reason, undoneBy: change.undoneBy }
}

export const changeDetail = (change: StoredChange, rows: StoredRow[]): ChangeDetail => ({
  ...changeView(change),
  rows: rows.map(rowView),
  commands: change.plan.commands,
})

function rowView({ atMs, body }: StoredRow): ChangeRow {
  const requestId = body.kind === 'answered' ? body.requestId : null
  return { kind: body.kind, at: toInstant(atMs), text: textOf(body), requestId }
}

function textOf(body: StoredRow['body']): string {
  switch (body.kind) {
    case 'planned':
      return 'Reviewed and asked for'
    case 'pending':
      return `Locked; ${body.operations.length} ${body.operations.length === 1 ? 'call' : 'calls'} to AWS to send`
    case 'seen':
    case 'named':
      return body.text
    case 'sent':
      return `Call ${body.step + 1} sent, as invocation ${body.invocationId}`
    case 'answered':
      return body.ok ? `AWS acknowledged call ${body.step + 1}` : body.sentence
    case 'found':
      return body.created ? `AWS has made ${body.created} all the same` : 'AWS has made nothing'
    case 'ended':
      return body.outcome
    case 'settled':
      return `${body.actor.name} settled it as ${body.as}: ${body.note}`
  }
}
