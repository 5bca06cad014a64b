import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { periodSeconds, rangeMs, type TimeRange } from '@callboard/shared-types/lib/time-range'
import type { StageMetrics } from '@callboard/shared-types/metrics/metrics.schemas'
import { readSeries, windowBefore, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'

/** AWS's own statistic of each (metrics 5.1): a rate is the average of a metric's ones and zeros. */
const charts = {
  calls: { metric: 'Count', stat: 'Sum' },
  errors4xxRate: { metric: '4XXError', stat: 'Average' },
  errors4xxCount: { metric: '4XXError', stat: 'Sum' },
  errors5xxRate: { metric: '5XXError', stat: 'Average' },
  errors5xxCount: { metric: '5XXError', stat: 'Sum' },
  latencyP50Ms: { metric: 'Latency', stat: 'p50' },
  latencyP90Ms: { metric: 'Latency', stat: 'p90' },
  latencyP99Ms: { metric: 'Latency', stat: 'p99' },
} as const satisfies Record<string, Pick<SeriesQuery, 'metric' | 'stat'>>

type Chart = keyof typeof charts

/** The charts of one stage in one batch, the finished points only. @throws not_found */
export async function stageMetrics(ctx: Ctx, input: StageAddress & { range: TimeRange }): Promise<StageMetrics> {
  const connection = ctx.connections.get(input.connection)
  const api = await readRestApi(connection, input.apiId)
  await readStage(connection, input.apiId, input.stage)
  const now = ctx.clocks.worldMs()
  const window = windowBefore(now, rangeMs[input.range], periodSeconds[input.range])
  const queries = Object.values(charts).map((chart) => ({
    ...chart,
    apiName: api.name,
    stage: input.stage,
  }))
  const { values, messages } = await readSeries(connection, queries, window)
  const from = toInstant(window.fromMs)
  const series = Object.fromEntries(
    Object.keys(charts).map((name, n) => [name, { from, periodSeconds: window.periodSeconds, values: values[n]! }]),
  ) as Pick<StageMetrics, Chart>
  return {
    ...series,
    from,
    to: toInstant(now),
    periodSeconds: window.periodSeconds,
    unfinishedFrom: toInstant(window.toMs),
    messages,
    asOf: toInstant(now),
  }
}
