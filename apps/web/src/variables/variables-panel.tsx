import { ClipboardPaste, Copy, Plus } from 'lucide-react'
import { useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { plural } from '../lib/format'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Menu } from '../ui/menu'
import { MenuAction } from '../ui/menu-items'
import { Panel } from '../ui/panel'
import { AsOf } from '../ui/when'
import { UsesNote } from './uses-note'
import { namesOf, type VariableDraft } from './variable-edits'
import { VariablesTable } from './variables-table'

interface VariablesPanelProps {
  address: StageAddress
  view: StageVariables | undefined
  draft: VariableDraft
  whyNot: string | null
  onDraft: (draft: VariableDraft) => void
  onPaste: () => void
  onCopy: (to: string, names: string[]) => void
}

export function VariablesPanel({ address, view, draft, whyNot, onDraft, onPaste, onCopy }: VariablesPanelProps) {
  const [ticked, setTicked] = useState<string[]>([])
  const names = view ? namesOf(view, draft) : []
  const copied = ticked.filter((name) => view && Object.hasOwn(view.variables, name))
  const add = () => {
    const key = Math.max(0, ...draft.added.map((row) => row.key)) + 1
    onDraft({ ...draft, added: [...draft.added, { key, name: '', value: '' }] })
  }
  return (
    <Panel
      flush
      title="Variables"
      note={
        <>
          {view && `${plural(Object.keys(view.variables).length, 'variable')} of at most 100`} · plain text, not for
          secrets · <AsOf at={view?.asOf} />
        </>
      }
      className="overflow-x-auto"
      actions={
        <>
          {view && view.otherStages.length > 0 && (
            <CopyMenu stages={view.otherStages} names={copied} whyNot={whyNot} onCopy={onCopy} />
          )}
          <Button size="small" why={whyNot} onClick={onPaste}>
            <ClipboardPaste size={13} aria-hidden /> Paste .env or JSON…
          </Button>
          <Button size="small" why={whyNot} onClick={add}>
            <Plus size={13} aria-hidden /> Add a variable
          </Button>
        </>
      }
    >
      {view && names.length + draft.added.length === 0 ? (
        <Empty title={`${address.stage} has no variables`}>
          A variable holds what differs between stages, such as the alias of a function or a host name, and is used as{' '}
          <code className="font-mono text-xs">{'${stageVariables.name}'}</code>.
        </Empty>
      ) : (
        <VariablesTable
          view={view}
          names={names}
          draft={draft}
          whyNot={whyNot}
          onDraft={onDraft}
          ticked={ticked}
          onTick={(name) =>
            setTicked(ticked.includes(name) ? ticked.filter((other) => other !== name) : [...ticked, name])
          }
        />
      )}
      {view && <UsesNote view={view} />}
    </Panel>
  )
}

interface CopyMenuProps {
  stages: StageVariables['otherStages']
  names: string[]
  whyNot: string | null
  onCopy: (to: string, names: string[]) => void
}

function CopyMenu({ stages, names, whyNot, onCopy }: CopyMenuProps) {
  const why = whyNot ?? (names.length === 0 ? 'Tick the variables to copy first.' : null)
  const label = (
    <>
      <Copy size={13} aria-hidden /> {names.length > 0 ? `Copy ${names.length} to…` : 'Copy to…'}
    </>
  )
  if (why)
    return (
      <Button size="small" why={why}>
        {label}
      </Button>
    )
  return (
    <Menu trigger={<Button size="small">{label}</Button>}>
      {stages.map(({ stage }) => (
        <MenuAction key={stage} onClick={() => onCopy(stage, names)}>
          {stage}
        </MenuAction>
      ))}
    </Menu>
  )
}
