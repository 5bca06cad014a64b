import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors } from '../lib/errors.ts'
import { ConnectionName, StageAddress } from '../lib/stage-ref.ts'
import { defaultRange } from '../lib/time-range.ts'
import { TimeRange } from '../lib/time-range.schemas.ts'
import { ApiView, Fleet, FleetHealth, FleetSparklines, StagePlace } from './apis.schemas.ts'
import { mostSparklines } from './fleet-rules.ts'

export const apisContract = {
  fleet: endpoint('GET', '/c/{connection}/fleet', 'Every stage of every API of a connection')
    .errors(readErrors)
    .input(z.object({ connection: ConnectionName }))
    .output(Fleet),
  health: endpoint('GET', '/c/{connection}/fleet/health', 'How every stage did over the last minutes')
    .errors(readErrors)
    .input(z.object({ connection: ConnectionName }))
    .output(FleetHealth),
  sparklines: endpoint(
    'GET',
    '/c/{connection}/fleet/sparklines',
    'Calls, 5XX and p99 of some stages, for those in view',
  )
    .errors(readErrors)
    .input(
      z.object({
        connection: ConnectionName,
        range: TimeRange.default(defaultRange),
        places: z.array(StagePlace).max(mostSparklines).default([]),
      }),
    )
    .output(FleetSparklines),
  get: endpoint('GET', '/c/{connection}/{kind}/{apiId}', 'One API: its stages side by side, and what each would get')
    .errors(readErrors)
    .input(StageAddress.omit({ stage: true }))
    .output(ApiView),
}
