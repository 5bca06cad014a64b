import { Switch as Base } from '@base-ui/react/switch'
import { useId, type ReactNode } from 'react'
import { cx } from './cx'

interface SwitchProps {
  label: ReactNode
  /** The label is read out and not shown, where a table's head says it. */
  quietLabel?: boolean
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  /** What on and off are called. */
  words?: [on: string, off: string]
  /** Differs from what is in force. */
  edited?: boolean
  /** Why it can't be switched now. */
  why?: string | null
}

/** On or off, and the word for it. */
export function Switch(props: SwitchProps) {
  const { label, quietLabel, hint, checked, onChange, words = ['on', 'off'], edited, why } = props
  const id = useId()
  const said = why ?? hint
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className={quietLabel ? 'sr-only' : 'text-ink-2 text-xs'}>
        {label}
      </span>
      <span className="inline-flex h-8 items-center gap-2">
        <Base.Root
          aria-labelledby={id}
          aria-describedby={said ? `${id}-hint` : undefined}
          checked={checked}
          readOnly={Boolean(why)}
          aria-disabled={why ? true : undefined}
          onCheckedChange={onChange}
          className={cx(
            'inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border p-0.5 transition-colors',
            checked ? 'border-accent bg-accent' : 'border-line-strong bg-sunken',
            why && 'cursor-not-allowed opacity-70',
          )}
        >
          <Base.Thumb
            className={cx(
              'size-3 rounded-full transition-transform',
              checked ? 'bg-on-solid translate-x-3.5' : 'bg-line-strong',
            )}
          />
        </Base.Root>
        <span aria-hidden className={cx('text-sm', edited ? 'text-accent font-semibold' : 'text-ink-2')}>
          {checked ? words[0] : words[1]}
        </span>
      </span>
      {said && (
        <span id={`${id}-hint`} className="text-ink-3 text-xs">
          {said}
        </span>
      )}
    </div>
  )
}
