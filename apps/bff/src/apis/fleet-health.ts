import type { FleetHealth, StageHealth } from '@callboard/shared-types/apis/apis.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { readFleet } from '../aws/fleet.reader.ts'
import { windowBefore } from '../aws/metric-window.ts'
import { readSeries, type SeriesQuery } from '../aws/metrics.reader.ts'
import type { Ctx } from '../lib/context.ts'

/** A stage is degraded from this share of 5XX on; the sparkline's scale has the same floor. */
const degradedFrom = 0.02

const windowMs = 5 * 60_000

/** CloudWatch is paid by the metric: of a fleet beyond this the minutes are looked at once, five at a time. */
const mostEachMinute = 200

/** How every stage did over the last finished minutes. */
export async function fleetHealth(ctx: Ctx, input: { connection: string }): Promise<FleetHealth> {
  const connection = ctx.connections.get(input.connection)
  const { known } = await readFleet(connection)
  const stages = known.flatMap(({ api, stages: found }) =>
    found.map(({ name }) => ({ apiId: api.id, apiName: api.name, stage: name })),
  )
  const now = ctx.clocks.worldMs()
  const everyMs = stages.length > mostEachMinute ? windowMs : 60_000
  const window = windowBefore(Math.floor(now / everyMs) * everyMs, windowMs, 60)
  const { values, messages } = await readSeries(connection, stages.flatMap(queries), window, { freshForMs: everyMs })
  const items = stages.map(({ apiId, stage }, n): StageHealth => {
    const [calls, errors, p99] = values.slice(n * 3, n * 3 + 3)
    return { apiId, stage, ...healthOf(calls!, errors!), p99Ms: p99!.findLast((value) => value !== null) ?? null }
  })
  return { items, messages, asOf: toInstant(now) }
}

const queries = ({ apiName, stage }: { apiName: string; stage: string }): SeriesQuery[] => [
  { apiName, stage, metric: '5XXError', stat: 'SampleCount' },
  { apiName, stage, metric: '5XXError', stat: 'Sum' },
  { apiName, stage, metric: 'Latency', stat: 'p99' },
]

const total = (values: (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** CloudWatch shows a minute one to three minutes after it is over (metrics 5.2): of the last two, none is none yet. */
const latestMinutes = 2

/** How many of the minutes count: all but the last that may not have been published. */
function published(minutes: (number | null)[]): number {
  const withData = minutes.findLastIndex((value) => value !== null) + 1
  return Math.max(withData, minutes.length - latestMinutes)
}

/** Both sums are of the same samples, so their quotient is the rate over the whole window. */
function healthOf(calls: (number | null)[], errors: (number | null)[]) {
  const [called, failed] = [total(calls), total(errors)]
  if (called === 0) return { health: 'no_traffic' as const, callsPerMinute: null, errorRate: null }
  const errorRate = failed / called
  return {
    health: errorRate >= degradedFrom ? ('degraded' as const) : ('healthy' as const),
    callsPerMinute: called / published(calls),
    errorRate,
  }
}
