import { useMemo } from 'react'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { plural } from '../lib/format'
import { useDraft } from '../lib/use-draft'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { AsOf } from '../ui/when'
import { useFavourites } from './favourites'
import { matching, parseFilter, searchable } from './fleet-filter'
import { FleetProblems } from './fleet-problems'
import { sortStages, subjectOf, type Sort } from './fleet-stage'
import { FleetTable } from './fleet-table'
import { FleetToolbar } from './fleet-toolbar'
import { useFleet } from './use-fleet'

interface FleetPageProps {
  range: TimeRange
  filter: string
  sort: Sort
  onFilter: (filter: string) => void
  onSort: (sort: Sort) => void
}

/** Every stage of every API: what is live, who changed it, is it healthy. */
export function FleetPage({ range, filter, sort, onFilter, onSort }: FleetPageProps) {
  useTitle('Fleet')
  const fleet = useFleet()
  const favourites = useFavourites()
  const { stages } = fleet
  const total = stages.length
  const { text, type, settle } = useDraft(filter, onFilter)
  // Sorting costs more than filtering: it isn't done again for each letter typed.
  const sorted = useMemo(() => sortStages(stages, sort), [stages, sort])
  const filtering = text.trim() !== ''
  const subjects = useMemo(
    () =>
      filtering
        ? sorted.map((stage) => ({ stage, text: searchable(subjectOf(stage, favourites.has(stage.key))) }))
        : null,
    [sorted, favourites, filtering],
  )
  const { counted, shown } = useMemo(() => {
    if (!subjects) return { counted: sorted, shown: sorted }
    const terms = parseFilter(text)
    const isChip = ({ field }: { field: string | null }) => field === 'status' || field === 'is'
    const besides = matching(terms.filter((term) => !isChip(term)))
    const chips = matching(terms.filter(isChip))
    const fitting = subjects.filter((subject) => besides(subject.text))
    return {
      counted: fitting.map(({ stage }) => stage),
      shown: fitting.filter((subject) => chips(subject.text)).map(({ stage }) => stage),
    }
  }, [sorted, subjects, text])
  const apis = useMemo(() => new Set(stages.map(({ connection, row }) => `${connection}/${row.apiId}`)).size, [stages])
  const failed = fleet.failures.length > 0 && fleet.stages.length === 0
  return (
    <>
      <PageHead
        title="Fleet"
        note={
          fleet.asOf && (
            <>
              <span>
                {shown.length < total && `${shown.length} of `}
                {plural(total, 'stage')} of {plural(apis, 'API')} in {plural(fleet.connections, 'connection')}
              </span>
              · <AsOf at={fleet.asOf} />
              {fleet.pending > 0 && <span role="status">· reading {plural(fleet.pending, 'more API')}…</span>}
            </>
          )
        }
      />
      <FleetToolbar
        stages={counted}
        favourites={favourites}
        filter={text}
        onType={type}
        onSettle={settle}
        onFilter={onFilter}
      />
      <FleetProblems fleet={fleet} />
      {!failed && (
        <Panel flush>
          <FleetTable
            stages={shown}
            favourites={favourites}
            range={range}
            sort={sort}
            onSort={onSort}
            loading={fleet.isLoading}
          />
          {!fleet.isLoading &&
            shown.length === 0 &&
            (fleet.stages.length > 0 ? (
              <Empty title="No stage matches the filter">
                <p>
                  None of {plural(fleet.stages.length, 'stage')} fits <span className="font-mono">{text}</span>.
                </p>
                <Button className="mt-2" onClick={() => onFilter('')}>
                  Clear the filter
                </Button>
              </Empty>
            ) : (
              <Empty title="No stages yet">
                <p>This account and region has no REST API with a stage. Deploy one, and it appears here by itself.</p>
              </Empty>
            ))}
        </Panel>
      )}
    </>
  )
}
