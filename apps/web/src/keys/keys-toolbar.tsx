import type { KeyList } from '@callboard/shared-types/keys/keys.schemas'
import { FilterChip } from '../ui/filter-chip'
import { SearchBox } from '../ui/search-box'
import { Select } from '../ui/select'
import type { Tone } from '../ui/tone'
import { inState, keyStates, type KeyFilter, type KeyState, type KeySubject } from './key-filter'

const looks: Record<KeyState, { tone: Tone; word: string }> = {
  enabled: { tone: 'ok', word: 'Enabled' },
  disabled: { tone: 'off', word: 'Disabled' },
  'no-plan': { tone: 'warn', word: 'In no plan' },
}

interface KeysToolbarProps {
  /** What the rest of the filter leaves, which the chips count in. */
  keys: KeySubject[]
  plans: KeyList['plans']
  /** Until it's known of every plan who is in it, nobody is said to be in none. */
  plansKnown: boolean
  text: string
  filter: KeyFilter
  /** Each letter. */
  onType: (text: string) => void
  onSettle: () => void
  onFilter: (change: Partial<KeyFilter>) => void
}

export function KeysToolbar({ keys, plans, plansKnown, text, filter, onType, onSettle, onFilter }: KeysToolbarProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchBox
        label="Filter API keys"
        placeholder="name, owner, id, !word"
        value={text}
        onType={onType}
        onSettle={onSettle}
      />
      <div role="group" aria-label="Filter by state" className="flex flex-wrap gap-1.5">
        {keyStates
          .filter((state) => state !== 'no-plan' || plansKnown || filter.state === state)
          .map((state) => (
            <FilterChip
              key={state}
              tone={looks[state].tone}
              count={keys.filter(({ key }) => inState(key, state)).length}
              pressed={filter.state === state}
              onToggle={() => onFilter({ state: filter.state === state ? undefined : state })}
            >
              {looks[state].word}
            </FilterChip>
          ))}
      </div>
      {plans.length > 0 && (
        <Select
          label="Usage plan"
          quietLabel
          value={filter.planId ?? ''}
          options={[{ value: '', label: 'Any plan' }, ...plans.map(({ id, name }) => ({ value: id, label: name }))]}
          onChoose={(id) => onFilter({ planId: id || undefined })}
          className="h-6.5 w-44 text-xs"
        />
      )}
    </div>
  )
}
