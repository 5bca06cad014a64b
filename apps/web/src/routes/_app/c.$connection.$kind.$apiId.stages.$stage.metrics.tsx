import { createFileRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import * as v from 'valibot'
import { routeName, searchParams } from '../../lib/search'
import { defaultRange, rangeBetween } from '@callboard/shared-types/lib/time-range'
import { useStageMarks } from '../../activity/use-stage-marks'
import { MetricsPage } from '../../metrics/metrics-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/metrics')({
  staticData: { charts: true },
  validateSearch: searchParams({
    wide: v.boolean(),
    errors: v.literal('count'),
    compare: v.literal('previous'),
    route: routeName,
  }),
  component: Metrics,
})

function Metrics() {
  const address = Route.useParams()
  const { range = defaultRange, ...search } = Route.useSearch()
  const navigate = Route.useNavigate()
  const marks = useStageMarks(address)
  const withCompare = useMemo(
    () =>
      marks.map((mark) => ({
        ...mark,
        actions: [
          ...(mark.actions ?? []),
          {
            label: 'Compare with the time before',
            link: {
              to: '/c/$connection/$kind/$apiId/stages/$stage/metrics',
              params: address,
              search: { ...search, range: rangeBetween(mark.at), compare: 'previous' },
            } as const,
          },
        ],
      })),
    [marks, address, search],
  )
  return (
    <MetricsPage
      address={address}
      range={range}
      marks={withCompare}
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
    />
  )
}
