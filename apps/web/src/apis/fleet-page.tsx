import { useDeferredValue, useMemo } from 'react'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { plural } from '../lib/format'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { AsOf } from '../ui/when'
import { useFavourites } from './favourites'
import { matchesFilter, parseFilter, type FilterTerm } from './fleet-filter'
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
  const fleet = useFleet(range)
  const favourites = useFavourites()
  const { stages } = fleet
  const total = stages.length
  const text = useDeferredValue(filter)
  const { counted, shown } = useMemo(() => {
    const terms = parseFilter(text)
    const besides = terms.filter(({ field }) => field !== 'status' && field !== 'is')
    const subjects = stages.map((stage) => ({ stage, subject: subjectOf(stage, favourites.has(stage.key)) }))
    const fitting = (wanted: FilterTerm[]) =>
      subjects.filter(({ subject }) => matchesFilter(wanted, subject)).map(({ stage }) => stage)
    return { counted: fitting(besides), shown: sortStages(fitting(terms), sort) }
  }, [stages, favourites, text, sort])
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
      <FleetToolbar stages={counted} favourites={favourites} filter={filter} onFilter={onFilter} />
      <FleetProblems fleet={fleet} />
      {!failed && (
        <Panel flush className="overflow-x-auto">
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
                  None of {plural(fleet.stages.length, 'stage')} fits <span className="font-mono">{filter}</span>.
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
