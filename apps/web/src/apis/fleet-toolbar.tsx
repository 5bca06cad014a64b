import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { FilterChip } from '../ui/filter-chip'
import { cx } from '../ui/cx'
import { fieldClass } from '../ui/text-field'
import { hasStatusTerm, toggleStatusTerm } from './fleet-filter'
import type { FleetStage } from './fleet-stage'
import { statusLooks, statusWords } from './stage-status'

interface FleetToolbarProps {
  /** What the rest of the filter leaves, which the statuses are counted in. */
  stages: FleetStage[]
  filter: string
  onFilter: (filter: string) => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** `/` puts the cursor into the filter, from anywhere but another field or an open dialog. */
function useSlash(field: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role=dialog]:not([aria-modal=false])')) return
      event.preventDefault()
      field.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field])
}

export function FleetToolbar({ stages, filter, onFilter }: FleetToolbarProps) {
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  const counted = statusWords
    .map((word) => ({ word, count: stages.filter(({ statuses }) => statuses.some((s) => s.word === word)).length }))
    .filter(({ word, count }) => count > 0 || hasStatusTerm(filter, word))
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="relative w-full sm:w-80">
        <Search size={14} aria-hidden className="text-ink-3 absolute top-2.25 left-2.5" />
        <input
          ref={field}
          type="search"
          aria-label="Filter stages"
          placeholder="prod !canary by:mara"
          value={filter}
          onChange={(event) => onFilter(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && (onFilter(''), field.current?.blur())}
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
      <div role="group" aria-label="Filter by status" className="flex flex-wrap gap-1.5">
        {counted.map(({ word, count }) => (
          <FilterChip
            key={word}
            tone={statusLooks[word].tone}
            count={count}
            pressed={hasStatusTerm(filter, word)}
            onToggle={() => onFilter(toggleStatusTerm(filter, word))}
          >
            {statusLooks[word].name}
          </FilterChip>
        ))}
      </div>
    </div>
  )
}
