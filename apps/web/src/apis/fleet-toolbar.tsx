import { Search, Star, TriangleAlert } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useSlash } from '../lib/keys'
import { FilterChip } from '../ui/filter-chip'
import { cx } from '../ui/cx'
import { fieldClass } from '../ui/text-field'
import type { Tone } from '../ui/tone'
import { hasTerm, toggleTerm } from './fleet-filter'
import type { FleetStage } from './fleet-stage'
import { statusLooks, statusWords } from './stage-status'

interface FleetToolbarProps {
  /** What the rest of the filter leaves, which the chips count in. */
  stages: FleetStage[]
  favourites: ReadonlySet<string>
  filter: string
  /** Each letter. */
  onType: (filter: string) => void
  /** A filter that is chosen. */
  onFilter: (filter: string) => void
}

export function FleetToolbar({ stages, favourites, filter, onType, onFilter }: FleetToolbarProps) {
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  const counted = statusWords
    .map((word) => ({ word, count: stages.filter(({ statuses }) => statuses.some((s) => s.word === word)).length }))
    .filter(({ word, count }) => count > 0 || hasTerm(filter, `status:${word}`))
  const chip = (term: string, tone: Tone, count: number, name: ReactNode) => (
    <FilterChip
      key={term}
      tone={tone}
      count={count}
      pressed={hasTerm(filter, term)}
      onToggle={() => onFilter(toggleTerm(filter, term))}
    >
      {name}
    </FilterChip>
  )
  const attention = stages.filter((stage) => stage.attention).length
  const starred = stages.filter(({ key }) => favourites.has(key)).length
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="relative w-full sm:w-80">
        <Search size={14} aria-hidden className="text-ink-3 absolute top-2.25 left-2.5" />
        <input
          ref={field}
          type="search"
          aria-label="Filter stages"
          placeholder="prod !canary tag:team=payments"
          value={filter}
          onChange={(event) => onType(event.target.value)}
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
      <div role="group" aria-label="Filter by what it is" className="flex flex-wrap gap-1.5">
        {(attention > 0 || hasTerm(filter, 'is:attention')) &&
          chip(
            'is:attention',
            'warn',
            attention,
            <>
              <TriangleAlert size={13} aria-hidden /> Needs attention
            </>,
          )}
        {(starred > 0 || hasTerm(filter, 'is:favourite')) &&
          chip(
            'is:favourite',
            'accent',
            starred,
            <>
              <Star size={13} aria-hidden /> Favourites
            </>,
          )}
        {counted.map(({ word, count }) =>
          chip(`status:${word}`, statusLooks[word].tone, count, statusLooks[word].name),
        )}
      </div>
    </div>
  )
}
