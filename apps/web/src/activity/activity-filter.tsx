import { ChangeStatus } from '@callboard/shared-types/changes/change.schemas'
import { statusLooks } from '../changes/change-status'
import { FilterChip } from '../ui/filter-chip'
import { SearchBox } from '../ui/search-box'
import type { ActivitySearch } from './activity-search'

interface ActivityFilterProps extends ActivitySearch {
  onSearch: (search: ActivitySearch) => void
}

export function ActivityFilter({ text, status, onSearch }: ActivityFilterProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchBox
        label="Filter activity"
        placeholder="Title, reason or name"
        value={text ?? ''}
        maxLength={100}
        onType={(typed) => onSearch({ status, text: typed || undefined })}
      />
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
