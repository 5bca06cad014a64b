import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cx } from './cx'
import { fieldClass } from './text-field'

interface SelectProps<V extends string> {
  label: ReactNode
  /** The label is read out and not shown, where a table's head says it. */
  quietLabel?: boolean
  value: V
  /** `note` says what choosing it means. */
  options: { value: V; label: string; note?: string }[]
  onChoose: (value: V) => void
  /** Differs from what is in force. */
  edited?: boolean
  className?: string
}

/** One of several, by mouse or by keyboard; typing goes to the option that begins so. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, quietLabel, value, options, onChoose, edited, className } = props
  return (
    <div className="flex flex-col gap-1">
      <Base.Root items={options} value={value} onValueChange={(next) => next !== null && onChoose(next)} modal={false}>
        <Base.Label className={quietLabel ? 'sr-only' : 'text-ink-2 text-xs'}>{label}</Base.Label>
        <Base.Trigger
          className={cx(
            fieldClass,
            'inline-flex items-center justify-between gap-2 text-left',
            edited && 'border-accent! bg-accent-weak!',
            className,
          )}
        >
          <Base.Value />
          <ChevronsUpDown size={13} aria-hidden className="text-ink-3 shrink-0" />
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
            <Base.Popup
              render={({ children, ...popup }, { open }) => (
                <div {...popup}>
                  <FocusAtOnce open={open} />
                  {children}
                </div>
              )}
              className="bg-panel border-line shadow-pop max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg border p-1.5 outline-none"
            >
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="data-highlighted:bg-accent-weak flex max-w-96 gap-2 rounded-sm px-2 py-1.25 text-sm outline-none select-none"
                >
                  <span className="w-3.5 shrink-0 pt-0.5">
                    <Base.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.note && <span className="text-ink-2 block text-xs">{option.note}</span>}
                  </span>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </div>
  )
}

/**
 * Left alone the list gets the focus a frame after it opened. On a busy machine that is late, and keys pressed meanwhile were
 * lost on the button; so the chosen option has it as soon as the list is there.
 */
function FocusAtOnce({ open }: { open: boolean }) {
  const here = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const list = here.current?.parentElement
    if (!open || !list) return
    const chosen = list.querySelector<HTMLElement>('[role=option][aria-selected=true]')
    ;(chosen ?? list).focus({ preventScroll: true })
  }, [open])
  return <span ref={here} hidden />
}
