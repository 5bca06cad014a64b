import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors } from '../lib/errors.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { defaultRange } from '../lib/time-range.ts'
import { ChartWidth, TimeRange } from '../lib/time-range.schemas.ts'
import { RouteName, RouteRanking, StageMetrics } from './metrics.schemas.ts'

const InRange = StageAddress.extend({ range: TimeRange.default(defaultRange) })

export const metricsContract = {
  stage: endpoint('GET', '/c/{connection}/{kind}/{apiId}/stages/{stage}/metrics', 'The charts of one stage')
    .errors(readErrors)
    .input(
      InRange.extend({
        /** How wide its charts are: what counts is how many points a series may have. */
        width: ChartWidth.default('half'),
        /** Only this route's. */
        route: RouteName.optional(),
        /** As long a time before it is laid beside it. */
        compare: z.literal('previous').optional(),
      }),
    )
    .output(StageMetrics),
  routes: endpoint(
    'GET',
    '/c/{connection}/{kind}/{apiId}/stages/{stage}/metrics/routes',
    'Its routes over a range, where they have detailed metrics',
  )
    .errors(readErrors)
    .input(InRange)
    .output(RouteRanking),
}
