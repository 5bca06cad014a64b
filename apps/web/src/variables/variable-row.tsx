import { Trash2 } from 'lucide-react'
import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Status } from '../ui/status'
import { Td } from '../ui/table'
import { ElsewhereCell } from './elsewhere-cell'
import { UsesCell } from './uses-cell'
import { ValueCell } from './value-cell'
import { cellOf, rebased, withEdit, withoutEdit, type Part, type VariableDraft } from './variable-edits'

export interface RowContext {
  view: StageVariables
  draft: VariableDraft
  whyNot: string | null
  onDraft: (draft: VariableDraft) => void
}

interface VariableRowProps extends RowContext {
  name: string
  ticked: boolean
  onTick: () => void
}

export function VariableRow({ name, view, draft, whyNot, onDraft, ticked, onTick }: VariableRowProps) {
  const base = cellOf(view, draft, 'base', name)
  const override = cellOf(view, draft, 'overrides', name)
  const removed = base.edited && base.value === null
  const cellProps = (part: Part) => ({
    name,
    readOnly: whyNot !== null,
    onEdit: (value: string | null) => onDraft(withEdit(view, draft, part, name, value)),
    onKeep: () => onDraft(rebased(view, draft, part, name)),
    onTake: () => onDraft(withoutEdit(draft, part, name)),
  })
  const missing = base.value === null && view.undefinedNames.includes(name)
  const unused = base.present !== null && view.unusedNames.includes(name)
  return (
    <tr className={cx('align-top', ticked && 'bg-accent-weak/50')}>
      <Td className="w-8 align-top">
        {base.present !== null && (
          <input
            type="checkbox"
            aria-label={`Copy ${name}`}
            checked={ticked}
            onChange={onTick}
            className="accent-accent mt-2 block size-3.75"
          />
        )}
      </Td>
      <th
        scope="row"
        className="border-line-soft border-b px-1.5 py-1.75 text-left font-normal in-[tr:last-child]:border-b-0 sm:px-2 xl:px-2.5"
      >
        <span className={cx('block pt-1.5 font-mono text-sm wrap-anywhere', removed && 'text-ink-3 line-through')}>
          {name}
        </span>
        <span className="flex flex-col text-xs">
          {missing && (
            <Status icon="warn" tone="warn">
              Used, not set
            </Status>
          )}
          {unused && (
            <Status icon="off" tone="off">
              Not named in the API
            </Status>
          )}
          {base.edited && base.present === null && <span className="text-accent">new</span>}
          {removed && <span className="text-bad">will be removed</span>}
        </span>
      </th>
      <Td className="align-top">
        <ValueCell
          {...cellProps('base')}
          label={`Value of ${name}`}
          cell={base}
          placeholder={removed ? 'removed' : 'not set'}
          emptyIsNone={false}
        />
      </Td>
      {view.canary && (
        <Td className="align-top">
          <ValueCell
            {...cellProps('overrides')}
            label={`Canary override of ${name}`}
            cell={override}
            placeholder={base.value === null ? 'not set' : `as base: ${base.value}`}
            emptyIsNone
          />
        </Td>
      )}
      <Td className="align-top">
        <UsesCell name={name} view={view} />
      </Td>
      <Td className="align-top max-md:hidden">
        <ElsewhereCell name={name} value={base.value} view={view} />
      </Td>
      <Td className="text-right align-top">
        {base.present !== null && !removed && !whyNot && (
          <Button
            look="quiet"
            size="small"
            onClick={() => onDraft(withEdit(view, draft, 'base', name, null))}
            aria-label={`Remove ${name}`}
            title="Remove"
          >
            <Trash2 size={13} aria-hidden />
          </Button>
        )}
      </Td>
    </tr>
  )
}
