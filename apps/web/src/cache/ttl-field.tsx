import { ttlProblem } from '@callboard/shared-types/cache/cache-rules'
import { NumberField } from '../ui/number-field'
import { cellOf, fieldOf, withEdit } from './cache-edits'
import type { EditProps } from './cluster-panel'

interface TtlFieldProps extends EditProps {
  methodKey: string
  label: string
  quietLabel?: boolean
  hint?: string
}

/** How long answers live, in seconds. Out of range is said, and kept as it was typed. */
export function TtlField({ methodKey, label, quietLabel = false, hint, view, draft, whyNot, onDraft }: TtlFieldProps) {
  const field = fieldOf(methodKey, 'cacheTtlInSeconds')
  const { value, edited } = cellOf(view, draft, field)
  const seconds = typeof value === 'number' ? value : null
  if (whyNot)
    return (
      <span className="flex flex-col gap-1">
        {!quietLabel && <span className="text-ink-2 text-xs">{label}</span>}
        <span className="flex h-8 items-center">{seconds} s</span>
      </span>
    )
  return (
    <NumberField
      label={label}
      quietLabel={quietLabel}
      hint={hint}
      unit={quietLabel ? 's' : 'seconds'}
      value={seconds}
      error={edited ? ttlProblem(seconds) : null}
      edited={edited}
      onChange={(next) => onDraft(withEdit(view, draft, field, next))}
      className="w-18"
    />
  )
}
