import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ChangeDetail } from '@callboard/shared-types/changes/change.schemas'
import { words } from '../lib/format'
import { Command } from '../ui/command'
import { DiffTable } from '../ui/diff-table'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { DateTime } from '../ui/when'
import { ChangeRows } from './change-rows'
import { SettleForm } from './settle-form'

const ToChange = ({ changeId, children }: { changeId: string; children: ReactNode }) => (
  <Link to="/activity/$changeId" params={{ changeId }} className="text-accent underline">
    {children}
  </Link>
)

function undoSentence({ undo }: ChangeDetail): string {
  const kind =
    undo.kind.kind === 'exact'
      ? 'Undo is exact: it puts back every field this change touched.'
      : undo.kind.kind === 'none'
        ? `No undo: ${undo.kind.why}.`
        : `Undo is compensating; it does not restore ${words(undo.kind.notRestored)}.`
  return undo.available || !undo.reason ? kind : `${kind} ${undo.reason}.`
}

export function ChangeDetailView({ change }: { change: ChangeDetail }) {
  const { settled } = change
  return (
    <div className="flex flex-col gap-3">
      {change.outcome && change.status !== 'done' && (
        <Note look={change.status === 'pending' ? 'info' : 'bad'}>{change.outcome}</Note>
      )}
      {change.metAnother && <Note look="warn">Somebody else’s change came between the look and the read-back.</Note>}
      {settled && (
        <Note>
          {settled.by.name} settled it as <b>{settled.as}</b>, <DateTime at={settled.at} />: “{settled.note}”
        </Note>
      )}
      {change.status === 'unclear' && !settled && <SettleForm changeId={change.id} />}
      <div className="grid items-start gap-3 xl:grid-cols-[3fr_2fr]">
        <Panel title="Before and after">
          <DiffTable caption="What changed" what="What changed" rows={change.changes} now="Before" />
          {change.effects.length > 0 && (
            <div className="mt-4">
              <h3 className="text-ink-2 text-xs">Moved by AWS itself, found by reading back</h3>
              <DiffTable caption="What AWS moved by itself" what="What moved" rows={change.effects} now="Before" />
            </div>
          )}
          <p className="text-ink-2 mt-3 text-sm">
            {change.reason ? <>Reason: “{change.reason}”</> : <span className="text-ink-3">No reason was given.</span>}
          </p>
          <p className="text-ink-3 mt-1 text-xs">{undoSentence(change)}</p>
          <p className="mt-1 flex gap-3 text-xs">
            {change.undoes && <ToChange changeId={change.undoes}>The change this undid</ToChange>}
            {change.undo.undoneBy && <ToChange changeId={change.undo.undoneBy}>The change that undid this</ToChange>}
          </p>
        </Panel>
        <div className="flex min-w-0 flex-col gap-3">
          <Panel title="How it went">
            <ChangeRows rows={change.rows} />
          </Panel>
          {change.commands.length > 0 && (
            <Panel title="The same as commands">
              <div className="flex flex-col gap-2">
                {change.commands.map((command) => (
                  <Command key={command} text={command} />
                ))}
              </div>
            </Panel>
          )}
        </div>
      </div>
    </div>
  )
}
