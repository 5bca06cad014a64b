import { inside } from '../lib/endpoints.ts'
import { fleetPulse } from './fleet-pulse.ts'
import { getApi } from './get-api.ts'
import { listFleet } from './list-fleet.ts'

export const apisRouter = {
  fleet: inside.apis.fleet.handler(({ context, input }) => listFleet(context, input)),
  get: inside.apis.get.handler(({ context, input }) => getApi(context, input)),
  pulse: inside.apis.pulse.handler(({ context, input }) => fleetPulse(context, input)),
}
