import { endpoint } from '../lib/endpoint.ts'
import { readErrors } from '../lib/errors.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { TimeRange } from '../lib/time-range.ts'
import { StageMetrics } from './metrics.schemas.ts'

export const metricsContract = {
  stage: endpoint('GET', '/c/{connection}/{kind}/{apiId}/stages/{stage}/metrics', 'The charts of one stage')
    .errors(readErrors)
    .input(StageAddress.extend({ range: TimeRange.default('3h') }))
    .output(StageMetrics),
}
