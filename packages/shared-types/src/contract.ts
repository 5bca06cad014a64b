import { activityContract } from './activity/activity.contract.ts'
import { alarmsContract } from './alarms/alarms.contract.ts'
import { apisContract } from './apis/apis.contract.ts'
import { cacheContract } from './cache/cache.contract.ts'
import { canaryContract } from './canary/canary.contract.ts'
import { connectionsContract } from './connections/connections.contract.ts'
import { deploymentsContract } from './deployments/deployments.contract.ts'
import { keysContract } from './keys/keys.contract.ts'
import { historyContract } from './history/history.contract.ts'
import { logsContract } from './logs/logs.contract.ts'
import { metricsContract } from './metrics/metrics.contract.ts'
import { plansContract } from './plans/plans.contract.ts'
import { sessionContract } from './session/session.contract.ts'
import { settingsContract } from './settings/settings.contract.ts'
import { stagesContract } from './stages/stages.contract.ts'
import { variablesContract } from './variables/variables.contract.ts'

/** Every endpoint of Callboard: the BFF implements it, the console and the tests consume it. */
export const contract = {
  session: sessionContract,
  connections: connectionsContract,
  apis: apisContract,
  stages: stagesContract,
  deployments: deploymentsContract,
  cache: cacheContract,
  canary: canaryContract,
  settings: settingsContract,
  variables: variablesContract,
  history: historyContract,
  metrics: metricsContract,
  logs: logsContract,
  alarms: alarmsContract,
  keys: keysContract,
  plans: plansContract,
  activity: activityContract,
}
