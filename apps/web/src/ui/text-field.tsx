import { useId, type ComponentProps, type ReactNode } from 'react'
import { cx } from './cx'

export const fieldClass =
  'border-line-strong/60 bg-panel text-ink h-8 rounded-md border px-2.5 hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0'

interface TextFieldProps extends ComponentProps<'input'> {
  label: ReactNode
  hint?: ReactNode
}

export function TextField({ label, hint, className, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-2 text-xs">
        {label}
      </label>
      <input
        id={id}
        {...rest}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cx(fieldClass, className)}
      />
      {hint && (
        <span id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </span>
      )}
    </div>
  )
}
