import { useId } from 'react'
import { secretSuspicion } from '@callboard/shared-types/variables/variable-rules'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Status } from '../ui/status'
import { fieldClass } from '../ui/text-field'
import type { Cell } from './variable-edits'

interface ValueCellProps {
  name: string
  /** Read out, such as `Value of lambdaAlias`. */
  label: string
  cell: Cell
  placeholder: string
  readOnly: boolean
  /** An empty field is no value, where it can't be a wrong one. */
  emptyIsNone: boolean
  onEdit: (value: string | null) => void
  /** The edit stays although somebody else changed it meanwhile. */
  onKeep: () => void
  /** The edit goes. */
  onTake: () => void
}

const shown = (value: string | null) => (value === null ? 'not set' : value)

/** One value: as it's wanted, with what was there, and what is wrong or doubtful with it. */
export function ValueCell(props: ValueCellProps) {
  const { name, label, cell, placeholder, readOnly, emptyIsNone, onEdit, onKeep, onTake } = props
  const id = useId()
  const suspicion = cell.value === null ? null : secretSuspicion(name, cell.value)
  return (
    <div className="flex min-w-36 flex-col gap-0.5">
      <input
        aria-label={label}
        value={cell.value ?? ''}
        placeholder={placeholder}
        readOnly={readOnly}
        onChange={({ target }) =>
          onEdit(target.value === '' && (emptyIsNone || cell.present === null) ? null : target.value)
        }
        aria-invalid={cell.problem ? true : undefined}
        aria-describedby={`${id}-said`}
        spellCheck={false}
        autoComplete="off"
        className={cx(
          fieldClass,
          'w-full font-mono text-xs',
          readOnly && 'border-transparent! bg-transparent! px-0!',
          cell.edited && 'border-accent! bg-accent-weak!',
          cell.problem && 'border-bad!',
        )}
      />
      <div id={`${id}-said`} className="flex flex-col gap-0.5 text-xs">
        {cell.problem && (
          <span role="alert" className="text-bad wrap-anywhere">
            {cell.problem}
          </span>
        )}
        {suspicion && (
          <Status icon="warn" tone="warn">
            Looks like a secret: plain text here
          </Status>
        )}
      </div>
      {cell.edited && !cell.moved && (
        <span className="text-ink-3 flex items-baseline gap-1.5 text-xs">
          <span className="wrap-anywhere">
            now {cell.present === null ? 'not set' : <span className="font-mono">{cell.present}</span>}
          </span>
          <button
            type="button"
            onClick={onTake}
            aria-label={`Undo the edit: ${label}`}
            className="text-accent rounded-sm hover:underline"
          >
            Undo
          </button>
        </span>
      )}
      {cell.moved && (
        <div role="alert" className="bg-warn-weak text-warn rounded-sm px-2 py-1 text-xs">
          <p>
            {name} changed meanwhile: was <b className="font-mono">{shown(cell.moved.over)}</b>, theirs is{' '}
            <b className="font-mono">{shown(cell.present)}</b>, yours <b className="font-mono">{shown(cell.value)}</b>.
          </p>
          <span className="mt-1 flex gap-1.5">
            <Button size="small" onClick={onKeep} aria-label={`Keep mine for ${name}`}>
              Keep mine
            </Button>
            <Button size="small" onClick={onTake} aria-label={`Take theirs for ${name}`}>
              Take theirs
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}
