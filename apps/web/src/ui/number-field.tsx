import { NumberField as Base } from '@base-ui/react/number-field'
import { useId, type ReactNode } from 'react'
import { cx } from './cx'
import { fieldClass } from './text-field'

interface NumberFieldProps {
  label: ReactNode
  /** The label is read out and not shown, where a table's head says it. */
  quietLabel?: boolean
  hint?: ReactNode
  /** Null while it's empty. */
  value: number | null
  onChange: (value: number | null) => void
  /** Such as `seconds`, said after the number. */
  unit?: string
  /** What is wrong with it. Out of range is kept as it was typed and said, not corrected behind the person's back. */
  error?: string | null
  /** Differs from what is in force. */
  edited?: boolean
  step?: number
  className?: string
}

/** A number, typed or stepped: arrows 1, Page up and down 10. */
export function NumberField(props: NumberFieldProps) {
  const { label, quietLabel, hint, value, onChange, unit, error, edited, step = 1, className } = props
  const id = useId()
  const described = cx(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={quietLabel ? 'sr-only' : 'text-ink-2 text-xs'}>
        {label}
        {unit && <span className="sr-only">, in {unit}</span>}
      </label>
      <Base.Root id={id} value={value} onValueChange={onChange} step={step} largeStep={step * 10} locale="en">
        <Base.Group className="flex items-center gap-1.5">
          <Base.Input
            aria-invalid={error ? true : undefined}
            aria-describedby={described}
            className={cx(
              fieldClass,
              'w-24 text-right tabular-nums',
              edited && 'border-accent! bg-accent-weak!',
              error && 'border-bad!',
              className,
            )}
          />
          {unit && (
            <span aria-hidden className="text-ink-3 text-xs">
              {unit}
            </span>
          )}
        </Base.Group>
      </Base.Root>
      {hint && (
        <span id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </span>
      )}
      <span id={`${id}-error`} role="alert" className="text-bad text-xs empty:hidden">
        {error}
      </span>
    </div>
  )
}
