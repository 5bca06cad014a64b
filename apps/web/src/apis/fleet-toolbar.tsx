import { Star, TriangleAlert } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { FilterChip } from '../ui/filter-chip'
import { SearchBox } from '../ui/search-box'
import type { Tone } from '../ui/tone'
import { hasTerm, toggleTerm } from './fleet-filter'
import type { FleetStage } from './fleet-stage'
import { statusLooks, statusWords, type StatusWord } from './stage-status'

interface FleetToolbarProps {
  /** What the rest of the filter leaves, which the chips count in. */
  stages: FleetStage[]
  favourites: ReadonlySet<string>
  filter: string
  /** Each letter. */
  onType: (filter: string) => void
  /** The typing is over. */
  onSettle: () => void
  /** A filter that is chosen. */
  onFilter: (filter: string) => void
}

export function FleetToolbar({ stages, favourites, filter, onType, onSettle, onFilter }: FleetToolbarProps) {
  const { attention, starred, ofStatus } = useMemo(() => countOf(stages, favourites), [stages, favourites])
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
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchBox
        label="Filter stages"
        placeholder="prod !canary tag:team=payments"
        value={filter}
        onType={onType}
        onSettle={onSettle}
      />
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
        {statusWords
          .filter((word) => ofStatus.has(word) || hasTerm(filter, `status:${word}`))
          .map((word) =>
            chip(`status:${word}`, statusLooks[word].tone, ofStatus.get(word) ?? 0, statusLooks[word].name),
          )}
      </div>
    </div>
  )
}

function countOf(stages: FleetStage[], favourites: ReadonlySet<string>) {
  const ofStatus = new Map<StatusWord, number>()
  let attention = 0
  let starred = 0
  for (const stage of stages) {
    for (const { word } of stage.statuses) ofStatus.set(word, (ofStatus.get(word) ?? 0) + 1)
    if (stage.attention) attention++
    if (favourites.has(stage.key)) starred++
  }
  return { attention, starred, ofStatus }
}
