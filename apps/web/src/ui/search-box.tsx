import { Search } from 'lucide-react'
import { useRef, useState, useTransition } from 'react'
import { useSlash } from '../lib/keys'
import { cx } from './cx'
import { fieldClass } from './text-field'

interface SearchBoxProps {
  label: string
  placeholder: string
  value: string
  maxLength?: number
  /** Each letter; what it draws anew may take longer than the letter itself. */
  onType: (text: string) => void
  /** The typing is over: the field is left, or Enter pressed. */
  onSettle?: () => void
}

/** What narrows a list as it's typed: `/` leads here, Escape empties it. */
export function SearchBox({ label, placeholder, value, maxLength, onType, onSettle }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  const [typed, setTyped] = useState(value)
  const [before, setBefore] = useState(value)
  const [isPending, startTransition] = useTransition()
  if (value !== before) {
    setBefore(value)
    // A list that is still behind the typing doesn't take letters back.
    if (!isPending) setTyped(value)
  }
  const type = (text: string) => {
    setTyped(text)
    startTransition(() => onType(text))
  }
  return (
    <div className="relative w-full sm:w-80">
      <Search size={14} aria-hidden className="text-ink-3 absolute top-2.25 left-2.5" />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        maxLength={maxLength}
        onChange={(event) => type(event.target.value)}
        onBlur={onSettle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSettle?.()
          if (event.key !== 'Escape') return
          type('')
          field.current?.blur()
        }}
        spellCheck={false}
        autoComplete="off"
        className={cx(fieldClass, 'w-full pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden')}
      />
      <kbd
        aria-hidden
        className="border-line text-ink-3 absolute top-1.5 right-2 rounded-sm border border-b-2 px-1.5 font-mono text-2xs"
      >
        /
      </kbd>
    </div>
  )
}
