import type { CanaryFigures, SideBySide } from '@callboard/shared-types/canary/canary.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { findCanaryDimension } from '../aws/canary-dimension.reader.ts'
import { windowBefore } from '../aws/metric-window.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { readSeries, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { sidesInLog, type Side } from './sides-in-log.ts'
import { rateVerdict } from './verdict.ts'

const minutes = 60

/**
 * Base beside canary over the last hour. CloudWatch has all calls of the stage under its name and, where it has them at
 * all, those of the canary under a name of their own (canary 2.5, unsure); else the canary's own access log tells.
 * @throws not_found
 */
export async function canaryFigures(ctx: Ctx, address: StageAddress): Promise<CanaryFigures> {
  const connection = ctx.connections.get(address.connection)
  const api = await readRestApi(connection, address.apiId)
  const { config } = await readStage(connection, address.apiId, address.stage)
  const dimension = await findCanaryDimension(connection, api.name, address.stage)
  if (dimension) return fromMetrics(ctx, connection, api.name, address.stage, dimension)
  const log = config.canarySettings && (await sidesInLog(connection, config, ctx.clocks.worldMs()))
  if (!log) return { minutes, source: null, rows: [], messages: [] }
  const { all, canary, group } = log
  return { minutes, source: { kind: 'access_log', group }, rows: compare(all, canary), messages: [] }
}

async function fromMetrics(
  ctx: Ctx,
  connection: AwsConnection,
  apiName: string,
  stageName: string,
  dimension: string,
): Promise<CanaryFigures> {
  // One point for the hour: a percentile over it is AWS's own, not one put together from others.
  const window = windowBefore(ctx.clocks.worldMs(), minutes * 60_000, 60)
  const whole = { ...window, periodSeconds: minutes * 60 }
  const of = (stage: string) => queries.map((query) => ({ ...query, apiName, stage }))
  const { values, messages } = await readSeries(connection, [...of(stageName), ...of(dimension)], whole)
  const [all, canary] = [values.slice(0, queries.length), values.slice(queries.length)].map(
    ([calls, errors5xx, errors4xx, p50, p99]): Side => ({
      calls: calls?.[0] ?? null,
      errors5xx: errors5xx?.[0] ?? null,
      errors4xx: errors4xx?.[0] ?? null,
      p50Ms: p50?.[0] ?? null,
      p99Ms: p99?.[0] ?? null,
    }),
  )
  return { minutes, source: { kind: 'metrics', dimension }, rows: compare(all!, canary!), messages }
}

const queries: Pick<SeriesQuery, 'metric' | 'stat'>[] = [
  { metric: 'Count', stat: 'SampleCount' },
  { metric: '5XXError', stat: 'Sum' },
  { metric: '4XXError', stat: 'Sum' },
  { metric: 'Latency', stat: 'p50' },
  { metric: 'Latency', stat: 'p99' },
]

/** The base is what is left of the sums; what can't be taken apart, a percentile, is that of all calls. */
function compare(all: Side, canary: Side): SideBySide[] {
  const calls = { base: minus(all.calls, canary.calls), canary: canary.calls }
  const rate = (metric: 'errors5xxRate' | 'errors4xxRate', errors: 'errors5xx' | 'errors4xx'): SideBySide => {
    const base = { calls: calls.base, errors: minus(all[errors], canary[errors]) }
    const own = { calls: calls.canary, errors: canary[errors] }
    return { metric, base: rateOf(base), canary: rateOf(own), verdict: rateVerdict(base, own) }
  }
  return [
    { metric: 'calls', ...calls, verdict: null },
    rate('errors5xxRate', 'errors5xx'),
    rate('errors4xxRate', 'errors4xx'),
    { metric: 'latencyP50Ms', base: all.p50Ms, canary: canary.p50Ms, verdict: null },
    { metric: 'latencyP99Ms', base: all.p99Ms, canary: canary.p99Ms, verdict: null },
  ]
}

const minus = (all: number | null, part: number | null) => (all === null ? null : Math.max(0, all - (part ?? 0)))

const rateOf = ({ calls, errors }: { calls: number | null; errors: number | null }) =>
  calls ? (errors ?? 0) / calls : null
