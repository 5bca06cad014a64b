import { Search } from 'lucide-react'
import { useRef } from 'react'
import { ChangeStatus } from '@callboard/shared-types/changes/change.schemas'
import { statusLooks } from '../changes/change-status'
import { FilterChip } from '../ui/filter-chip'
import { useSlash } from '../lib/keys'
import { cx } from '../ui/cx'
import { fieldClass } from '../ui/text-field'
import type { ActivitySearch } from './activity-search'

interface ActivityFilterProps extends ActivitySearch {
  onSearch: (search: ActivitySearch) => void
}

export function ActivityFilter({ text, status, onSearch }: ActivityFilterProps) {
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="relative w-full sm:w-80">
        <Search size={14} aria-hidden className="text-ink-3 absolute top-2.25 left-2.5" />
        <input
          ref={field}
          type="search"
          aria-label="Filter activity"
          placeholder="Title, reason or name"
          value={text ?? ''}
          maxLength={100}
          onChange={(event) => onSearch({ status, text: event.target.value || undefined })}
          autoComplete="off"
          className={cx(fieldClass, 'w-full pl-8')}
        />
      </div>
      <div role="group" aria-label="Filter by status" className="flex flex-wrap gap-1.5">
        {ChangeStatus.options.map((option) => (
          <FilterChip
            key={option}
            tone={statusLooks[option].tone}
            pressed={status === option}
            onToggle={() => onSearch({ text, status: status === option ? undefined : option })}
          >
            {statusLooks[option].word}
          </FilterChip>
        ))}
      </div>
    </div>
  )
}
