import type { FleetPulse, Pulse } from '@callboard/shared-types/apis/apis.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { rangeMs, sparklinePeriodSeconds, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { readFleet } from '../aws/fleet.reader.ts'
import { readSeries, windowBefore, type SeriesQuery } from '../aws/metrics.reader.ts'
import type { Ctx } from '../lib/context.ts'

/** A stage is degraded from this share of 5XX on; the sparkline's scale has the same floor. */
const degradedFrom = 0.02

const healthWindowMs = 5 * 60_000

type StageName = { apiId: string; apiName: string; stage: string }

/** How each stage does: a sparkline's three series, and its health over the last finished minutes. */
export async function fleetPulse(ctx: Ctx, input: { connection: string; range: TimeRange }): Promise<FleetPulse> {
  const connection = ctx.connections.get(input.connection)
  const { known } = await readFleet(connection)
  const stages = known.flatMap(({ api, stages: found }) =>
    found.map(({ name }) => ({ apiId: api.id, apiName: api.name, stage: name })),
  )

  const now = ctx.clocks.worldMs()
  const window = windowBefore(now, rangeMs[input.range], sparklinePeriodSeconds[input.range])
  const health = windowBefore(now, healthWindowMs, 60)
  const [lines, recent] = await Promise.all([
    readSeries(connection, stages.flatMap(sparkQueries), window),
    readSeries(connection, stages.flatMap(healthQueries), health),
  ])
  const series = (values: (number | null)[]) => ({
    from: toInstant(window.fromMs),
    periodSeconds: window.periodSeconds,
    values,
  })
  const items = stages.map(({ apiId, stage }, n): Pulse => {
    const [calls, errors, p99] = lines.values.slice(n * 3, n * 3 + 3)
    const [recentCalls, recentErrors] = recent.values.slice(n * 2, n * 2 + 2)
    return {
      apiId,
      stage,
      ...healthOf(recentCalls!, recentErrors!),
      calls: series(calls!),
      errors5xx: series(errors!),
      p99Ms: series(p99!),
    }
  })
  return { items, messages: [...new Set([...lines.messages, ...recent.messages])], asOf: toInstant(now) }
}

const sparkQueries = ({ apiName, stage }: StageName): SeriesQuery[] => [
  { apiName, stage, metric: 'Count', stat: 'Sum' },
  { apiName, stage, metric: '5XXError', stat: 'Average' },
  { apiName, stage, metric: 'Latency', stat: 'p99' },
]

const healthQueries = ({ apiName, stage }: StageName): SeriesQuery[] => [
  { apiName, stage, metric: '5XXError', stat: 'SampleCount' },
  { apiName, stage, metric: '5XXError', stat: 'Sum' },
]

const total = (values: (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** Both sums are of the same samples, so their quotient is the rate over the whole window. */
function healthOf(calls: (number | null)[], errors: (number | null)[]) {
  const [called, failed] = [total(calls), total(errors)]
  if (called === 0) return { health: 'no_traffic' as const, callsPerMinute: null, errorRate: null }
  const errorRate = failed / called
  return {
    health: errorRate >= degradedFrom ? ('degraded' as const) : ('healthy' as const),
    callsPerMinute: called / calls.length,
    errorRate,
  }
}
