import { useState } from 'react'
import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { plural } from '../lib/format'
import { keep, useKept } from '../lib/kept'
import { Button } from '../ui/button'
import { DiffTable } from '../ui/diff-table'
import { Drawer } from '../ui/drawer'
import { Note } from '../ui/note'
import { fieldClass } from '../ui/text-field'
import { cx } from '../ui/cx'
import { parsePasted, type BadLine, type PastedVariable } from '../lib/parse-pasted'

interface PasteDrawerProps {
  /** Under which what was pasted is kept while it isn't taken over. */
  id: string
  view: StageVariables
  onTake: (pasted: PastedVariable[]) => void
  onClose: () => void
}

/** Many variables at once: what each would do is shown, and none is taken over while one is bad and not left out. */
export function PasteDrawer({ id, view, onTake, onClose }: PasteDrawerProps) {
  const [text, setText] = useKept(id, '')
  const [leaveOut, setLeaveOut] = useState(false)
  const { good, bad } = parsePasted(text)
  const rows = good.flatMap(({ name, value }) => {
    const before = Object.hasOwn(view.variables, name) ? view.variables[name]! : null
    return before === value ? [] : [{ label: name, before, after: value }]
  })
  const same = good.length - rows.length
  const why =
    bad.length > 0 && !leaveOut
      ? `Put the ${plural(bad.length, 'bad line')} right, or leave them out.`
      : rows.length === 0
        ? 'Nothing would change.'
        : null
  const take = () => {
    keep(id, undefined)
    onTake(good)
  }
  return (
    <Drawer
      title="Paste .env or JSON"
      subtitle="Nothing is sent: what you take over becomes edits, to be reviewed."
      onClose={onClose}
      footer={
        <>
          <Button look="primary" why={why} onClick={take}>
            Take over {plural(rows.length, 'edit')}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          {why && text !== '' && <span className="text-ink-3 min-w-0 flex-1 text-right text-xs">{why}</span>}
        </>
      }
    >
      <label className="flex flex-col gap-1">
        <span className="text-ink-2 text-xs">Lines of .env, or a JSON object of names and values</span>
        <textarea
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setLeaveOut(false)
          }}
          rows={10}
          maxLength={200_000}
          spellCheck={false}
          autoComplete="off"
          placeholder={'lambdaAlias=live\nqueueName=orders-qa'}
          className={cx(fieldClass, 'h-auto py-1.5 font-mono text-xs')}
        />
      </label>
      {bad.length > 0 && <BadLines bad={bad} leaveOut={leaveOut} onLeaveOut={setLeaveOut} />}
      {rows.length > 0 && <DiffTable caption="What would change" what="Variable" rows={rows} />}
      {same > 0 && (
        <p className="text-ink-3 text-xs">{same === 1 ? '1 variable is' : `${same} variables are`} so already.</p>
      )}
    </Drawer>
  )
}

interface BadLinesProps {
  bad: BadLine[]
  leaveOut: boolean
  onLeaveOut: (leaveOut: boolean) => void
}

const BadLines = ({ bad, leaveOut, onLeaveOut }: BadLinesProps) => (
  <Note look={leaveOut ? 'warn' : 'bad'} alert>
    <p className="font-semibold">AWS wouldn’t take {plural(bad.length, 'line')}. None is taken over as it stands.</p>
    <ul aria-label="Bad lines" className="text-ink my-1 flex flex-col gap-1">
      {bad.map(({ line, text, reason }) => (
        <li key={`${line} ${text}`}>
          Line {line}: <span className="font-mono text-xs">{text.length > 60 ? `${text.slice(0, 60)}…` : text}</span>
          <span className="text-ink-2 block text-xs">{reason}</span>
        </li>
      ))}
    </ul>
    <label className="text-ink mt-1 inline-flex items-center gap-2">
      <input
        type="checkbox"
        checked={leaveOut}
        onChange={(event) => onLeaveOut(event.target.checked)}
        className="accent-accent size-3.75"
      />
      Leave the {bad.length} out
    </label>
  </Note>
)
