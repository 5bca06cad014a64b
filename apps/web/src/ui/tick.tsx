import { Checkbox } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import { cx } from './cx'

interface TickProps {
  label: string
  checked: boolean
  /** Some of what it stands for is ticked. */
  mixed?: boolean
  onChange: (checked: boolean) => void
}

/** Picks a row of a table; the label is read out and not shown. */
export const Tick = ({ label, checked, mixed = false, onChange }: TickProps) => (
  <Checkbox.Root
    aria-label={label}
    checked={checked}
    indeterminate={mixed}
    onCheckedChange={onChange}
    className={cx(
      'inline-flex size-4 items-center justify-center rounded-sm border align-middle',
      checked || mixed ? 'border-accent bg-accent text-on-solid' : 'border-line-strong bg-panel hover:border-accent',
    )}
  >
    <Checkbox.Indicator keepMounted={false}>
      {mixed ? <Minus size={12} aria-hidden /> : <Check size={12} aria-hidden />}
    </Checkbox.Indicator>
  </Checkbox.Root>
)
