import { inside } from '../lib/endpoints.ts'
import { fleetHealth } from './fleet-health.ts'
import { fleetSparklines } from './fleet-sparklines.ts'
import { getApi } from './get-api.ts'
import { listFleet } from './list-fleet.ts'

export const apisRouter = {
  fleet: inside.apis.fleet.handler(({ context, input }) => listFleet(context, input)),
  get: inside.apis.get.handler(({ context, input }) => getApi(context, input)),
  health: inside.apis.health.handler(({ context, input }) => fleetHealth(context, input)),
  sparklines: inside.apis.sparklines.handler(({ context, input }) => fleetSparklines(context, input)),
}
