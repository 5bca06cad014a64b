import { inside } from '../lib/endpoints.ts'
import { rankRoutes } from './rank-routes.ts'
import { stageMetrics } from './stage-metrics.ts'

export const metricsRouter = {
  stage: inside.metrics.stage.handler(({ context, input }) => stageMetrics(context, input)),
  routes: inside.metrics.routes.handler(({ context, input }) => rankRoutes(context, input)),
}
