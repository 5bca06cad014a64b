import { activityRouter } from './activity/activity.router.ts'
import { alarmsRouter } from './alarms/alarms.router.ts'
import { apisRouter } from './apis/apis.router.ts'
import { cacheRouter } from './cache/cache.router.ts'
import { canaryRouter } from './canary/canary.router.ts'
import { connectionsRouter } from './connections/connections.router.ts'
import { deploymentsRouter } from './deployments/deployments.router.ts'
import { keysRouter } from './keys/keys.router.ts'
import { historyRouter } from './history/history.router.ts'
import { logsRouter } from './logs/logs.router.ts'
import { metricsRouter } from './metrics/metrics.router.ts'
import { plansRouter } from './plans/plans.router.ts'
import { sessionRouter } from './session/session.router.ts'
import { settingsRouter } from './settings/settings.router.ts'
import { stagesRouter } from './stages/stages.router.ts'
import { variablesRouter } from './variables/variables.router.ts'

/** The contract, implemented. */
export const router = {
  session: sessionRouter,
  connections: connectionsRouter,
  apis: apisRouter,
  stages: stagesRouter,
  deployments: deploymentsRouter,
  cache: cacheRouter,
  canary: canaryRouter,
  settings: settingsRouter,
  variables: variablesRouter,
  history: historyRouter,
  metrics: metricsRouter,
  logs: logsRouter,
  alarms: alarmsRouter,
  keys: keysRouter,
  plans: plansRouter,
  activity: activityRouter,
}
