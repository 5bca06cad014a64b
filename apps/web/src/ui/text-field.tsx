import { useId, type ComponentProps, type ReactNode } from 'react'
import { cx } from './cx'

export const fieldClass =
  'border-line-strong/60 bg-panel text-ink h-8 rounded-md border px-2.5 hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0'

interface TextFieldProps extends ComponentProps<'input'> {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong with it, read out as soon as it appears. */
  error?: string | null
}

export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-2 text-xs">
        {label}
      </label>
      <input
        id={id}
        {...rest}
        aria-invalid={error ? true : undefined}
        aria-describedby={cx(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined}
        className={cx(fieldClass, error && 'border-bad', className)}
      />
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
