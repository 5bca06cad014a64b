import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { api } from '../lib/api'
import { untilNextPoint } from '../lib/live-metrics'

/** The charts of a stage, fetched again when their next point is due. */
export const useStageMetrics = (address: StageAddress, range: TimeRange) =>
  useQuery(
    api.metrics.stage.queryOptions({
      input: { ...address, range },
      refetchInterval: ({ state }) => untilNextPoint(state.data),
      placeholderData: keepPreviousData,
    }),
  )
