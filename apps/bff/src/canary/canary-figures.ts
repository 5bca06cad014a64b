import type { CanaryFigures, SideBySide } from '@callboard/shared-types/canary/canary.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { findCanaryDimension } from '../aws/canary-dimension.reader.ts'
import { windowBefore } from '../aws/metric-window.ts'
import { readSeries, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { rateVerdict } from './verdict.ts'

const minutes = 60

/**
 * Base beside canary over the last hour. CloudWatch has all calls of the stage under its name and, where it has them at
 * all, those of the canary under a name of their own (canary 2.5, unsure): the base is what is left of the sums. What
 * can't be taken apart, a percentile, is that of all calls beside that of the canary.
 * @throws not_found
 */
export async function canaryFigures(ctx: Ctx, address: StageAddress): Promise<CanaryFigures> {
  const connection = ctx.connections.get(address.connection)
  const api = await readRestApi(connection, address.apiId)
  await readStage(connection, address.apiId, address.stage)
  const dimension = await findCanaryDimension(connection, api.name, address.stage)
  if (!dimension) return { minutes, dimension: null, rows: [], messages: [] }
  // One point for the hour: a percentile over it is AWS's own, not one put together from others.
  const window = windowBefore(ctx.clocks.worldMs(), minutes * 60_000, 60)
  const whole = { ...window, periodSeconds: minutes * 60 }
  const of = (stage: string) => queries.map((query) => ({ ...query, apiName: api.name, stage }))
  const { values, messages } = await readSeries(connection, [...of(address.stage), ...of(dimension)], whole)
  const figures = values.map((points) => points[0] ?? null)
  return {
    minutes,
    dimension,
    rows: compare(figures.slice(0, queries.length), figures.slice(queries.length)),
    messages,
  }
}

const queries: Pick<SeriesQuery, 'metric' | 'stat'>[] = [
  { metric: 'Count', stat: 'SampleCount' },
  { metric: '5XXError', stat: 'Sum' },
  { metric: '4XXError', stat: 'Sum' },
  { metric: 'Latency', stat: 'p50' },
  { metric: 'Latency', stat: 'p99' },
]

type Figures = (number | null)[]

function compare(all: Figures, canary: Figures): SideBySide[] {
  const calls = { base: minus(all[0]!, canary[0]!), canary: canary[0]! }
  const rate = (metric: 'errors5xxRate' | 'errors4xxRate', n: number): SideBySide => {
    const base = { calls: calls.base, errors: minus(all[n]!, canary[n]!) }
    const own = { calls: calls.canary, errors: canary[n]! }
    return { metric, base: rateOf(base), canary: rateOf(own), verdict: rateVerdict(base, own) }
  }
  return [
    { metric: 'calls', ...calls, verdict: null },
    rate('errors5xxRate', 1),
    rate('errors4xxRate', 2),
    { metric: 'latencyP50Ms', base: all[3]!, canary: canary[3]!, verdict: null },
    { metric: 'latencyP99Ms', base: all[4]!, canary: canary[4]!, verdict: null },
  ]
}

const minus = (all: number | null, part: number | null) => (all === null ? null : Math.max(0, all - (part ?? 0)))

const rateOf = ({ calls, errors }: { calls: number | null; errors: number | null }) =>
  calls ? (errors ?? 0) / calls : null
