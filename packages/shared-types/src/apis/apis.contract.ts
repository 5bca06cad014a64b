import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors } from '../lib/errors.ts'
import { ConnectionName, StageAddress } from '../lib/stage-ref.ts'
import { TimeRange } from '../lib/time-range.ts'
import { ApiView, Fleet, FleetPulse } from './apis.schemas.ts'

export const apisContract = {
  fleet: endpoint('GET', '/c/{connection}/fleet', 'Every stage of every API of a connection')
    .errors(readErrors)
    .input(z.object({ connection: ConnectionName }))
    .output(Fleet),
  pulse: endpoint('GET', '/c/{connection}/fleet/pulse', 'Calls, 5XX and p99 of every stage, for sparklines')
    .errors(readErrors)
    .input(z.object({ connection: ConnectionName, range: TimeRange.default('3h') }))
    .output(FleetPulse),
  get: endpoint('GET', '/c/{connection}/{kind}/{apiId}', 'One API: its stages side by side, and what each would get')
    .errors(readErrors)
    .input(StageAddress.omit({ stage: true }))
    .output(ApiView),
}
