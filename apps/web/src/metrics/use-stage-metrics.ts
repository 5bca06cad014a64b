import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { ChartWidth, TimeRange } from '@callboard/shared-types/lib/time-range'
import { api } from '../lib/api'
import { untilNextPoint } from '../lib/live-metrics'

export interface MetricsInput {
  range: TimeRange
  width?: ChartWidth
  route?: string | undefined
  compare?: 'previous' | undefined
}

/** The charts of a stage, fetched again when their next point is due, unless they are to stand still. */
export function useStageMetrics(address: StageAddress, { range, width, route, compare }: MetricsInput) {
  const { refresh } = useSearch({ strict: false })
  return useQuery(
    api.metrics.stage.queryOptions({
      input: {
        ...address,
        range,
        ...(width ? { width } : {}),
        ...(route ? { route } : {}),
        ...(compare ? { compare } : {}),
      },
      refetchInterval: ({ state }) => (refresh === 'off' ? false : untilNextPoint(state.data)),
      placeholderData: keepPreviousData,
    }),
  )
}
