import { createFileRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { defaultRange, rangeBetween } from '@callboard/shared-types/lib/time-range'
import { RouteName } from '@callboard/shared-types/metrics/metrics.schemas'
import { useStageMarks } from '../../activity/use-stage-marks'
import { MetricsPage } from '../../metrics/metrics-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/metrics')({
  staticData: { charts: true },
  validateSearch: z.object({
    wide: z.boolean().optional().catch(undefined),
    errors: z.literal('count').optional().catch(undefined),
    compare: z.literal('previous').optional().catch(undefined),
    route: RouteName.optional().catch(undefined),
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
