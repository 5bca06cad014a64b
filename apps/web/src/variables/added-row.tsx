import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { secretSuspicion } from '@callboard/shared-types/variables/variable-rules'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Status } from '../ui/status'
import { Td } from '../ui/table'
import { fieldClass } from '../ui/text-field'
import { addedProblem, type AddedVariable } from './variable-edits'
import type { RowContext } from './variable-row'

const field = (bad: boolean) =>
  cx(fieldClass, 'border-accent! bg-accent-weak! w-full font-mono text-xs', bad && 'border-bad!')

/** A variable that is being added: name and value are typed. */
export function AddedRow({ row, view, draft, onDraft }: RowContext & { row: AddedVariable }) {
  const id = useId()
  const nameField = useRef<HTMLInputElement>(null)
  const problem = addedProblem(view, draft, row)
  useEffect(() => {
    // It was just asked for, by a button or a key.
    if (nameField.current?.value === '') nameField.current.focus()
  }, [])
  const others = draft.added.filter(({ key }) => key !== row.key)
  const change = (next: Partial<AddedVariable>) =>
    onDraft({ ...draft, added: draft.added.map((other) => (other.key === row.key ? { ...row, ...next } : other)) })
  const input = (part: 'name' | 'value') => (
    <input
      aria-label={part === 'name' ? 'Name of the new variable' : `Value of ${row.name || 'the new variable'}`}
      ref={part === 'name' ? nameField : undefined}
      value={row[part]}
      placeholder={part}
      onChange={({ target }) => change({ [part]: target.value })}
      aria-invalid={problem ? true : undefined}
      aria-describedby={id}
      spellCheck={false}
      autoComplete="off"
      className={field(problem !== null)}
    />
  )
  return (
    <tr>
      <Td />
      <Td className="align-top">{input('name')}</Td>
      <Td className="align-top">
        {input('value')}
        <span id={id} className="mt-0.5 flex flex-col text-xs">
          <span role="alert" className="text-bad wrap-anywhere empty:hidden">
            {problem}
          </span>
          {secretSuspicion(row.name, row.value) && (
            <Status icon="warn" tone="warn">
              Looks like a secret: plain text here
            </Status>
          )}
        </span>
      </Td>
      <Td colSpan={view.canary ? 3 : 2} className="text-accent pt-3 align-top text-xs">
        new
      </Td>
      <Td className="text-right align-top">
        <Button
          look="quiet"
          size="small"
          onClick={() => onDraft({ ...draft, added: others })}
          aria-label={`Don’t add ${row.name || 'this row'}`}
        >
          <X size={13} aria-hidden />
        </Button>
      </Td>
    </tr>
  )
}
