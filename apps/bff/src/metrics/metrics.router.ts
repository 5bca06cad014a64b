import { inside } from '../lib/endpoints.ts'
import { stageMetrics } from './stage-metrics.ts'

export const metricsRouter = {
  stage: inside.metrics.stage.handler(({ context, input }) => stageMetrics(context, input)),
}
