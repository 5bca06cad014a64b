import { Switch } from '../ui/switch'
import { cellOf, withEdit } from './cache-edits'
import type { EditProps } from './cluster-panel'

interface OnOffProps extends EditProps {
  /** Of the draft. */
  field: string
  label: string
  quietLabel?: boolean
  hint?: string
}

/** A switch of the draft; for those who may not edit, the word alone: the page says why. */
export function OnOff({ field, label, quietLabel = false, hint, view, draft, whyNot, onDraft }: OnOffProps) {
  const { value, edited } = cellOf(view, draft, field)
  if (whyNot)
    return (
      <span className="flex flex-col gap-1">
        {!quietLabel && <span className="text-ink-2 text-xs">{label}</span>}
        <span className="flex h-8 items-center">{value === true ? 'on' : 'off'}</span>
      </span>
    )
  return (
    <Switch
      label={label}
      quietLabel={quietLabel}
      hint={hint}
      checked={value === true}
      edited={edited}
      onChange={(on) => onDraft(withEdit(view, draft, field, on))}
    />
  )
}
