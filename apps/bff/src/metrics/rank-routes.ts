import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { mostPoints, periodFor, type TimeRange } from '@callboard/shared-types/lib/time-range'
import type { RouteFigures, RouteRanking } from '@callboard/shared-types/metrics/metrics.schemas'
import { readRoutes } from '../aws/deployments.reader.ts'
import { windowOf, type Window } from '../aws/metric-window.ts'
import { readSeries, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { rangeNow } from '../lib/range-now.ts'
import { askingCost } from './chart-queries.ts'
import { isDetailed } from './detailed-routes.ts'

/** A route costs five metrics a look: the ranking is looked at anew no more often than this. */
const everySeconds = 300

const queries = [
  { metric: 'Count', stat: 'Sum' },
  { metric: '4XXError', stat: 'Sum' },
  { metric: '5XXError', stat: 'Sum' },
  { metric: 'Latency', stat: 'p50' },
  { metric: 'Latency', stat: 'p99' },
] as const satisfies Pick<SeriesQuery, 'metric' | 'stat'>[]

/**
 * The routes of the live deployment over a range, each figure CloudWatch's own over the whole of it.
 * @throws not_found, invalid where all of the range is still to come
 */
export async function rankRoutes(ctx: Ctx, input: StageAddress & { range: TimeRange }): Promise<RouteRanking> {
  const connection = ctx.connections.get(input.connection)
  const { name: apiName } = await readRestApi(connection, input.apiId)
  const { config } = await readStage(connection, input.apiId, input.stage)
  const now = ctx.clocks.worldMs()
  const window = wholeWindow(input.range, now)
  const live = config.deploymentId
    ? await readRoutes(connection, input.apiId, config.deploymentId).catch((error: unknown) => reasonOf(error))
    : []
  const known = typeof live === 'string' ? [] : live
  const detailed = known.filter((route) => isDetailed(config, route))
  const asked = detailed.flatMap(({ method, path }) =>
    queries.map((query): SeriesQuery => ({ ...query, apiName, stage: input.stage, route: { method, path } })),
  )
  const { values, messages } =
    asked.length > 0
      ? await readSeries(connection, asked, window, { freshForMs: everySeconds * 1_000 })
      : { values: [], messages: [] }
  return {
    routes: detailed
      .map((route, n) => figures(`${route.method} ${route.path}`, values.slice(n * queries.length)))
      .toSorted((a, b) => (b.errors5xx ?? 0) - (a.errors5xx ?? 0) || (b.calls ?? 0) - (a.calls ?? 0)),
    without: known.length - detailed.length,
    unknown: typeof live === 'string' ? live : null,
    messages,
    cost: askingCost(asked.length, everySeconds),
    asOf: toInstant(now),
  }
}

/** The range as one period, its end on a multiple of five minutes so that it's asked for no more often. */
function wholeWindow(range: TimeRange, now: number): Window {
  const seen = rangeNow(range, now)
  const length = seen.toMs - seen.fromMs
  const period = Math.max(seen.endsNow ? everySeconds : 60, periodFor(length, now - seen.fromMs, mostPoints.half))
  const { fromMs, toMs } = windowOf(seen, now, period)
  return { fromMs, toMs, periodSeconds: (toMs - fromMs) / 1_000 }
}

const figures = (route: string, values: (number | null)[][]): RouteFigures => {
  const [calls, errors4xx, errors5xx, p50, p99] = values.map((points) => points[0] ?? null)
  return {
    route,
    calls: calls ?? null,
    errors4xx: errors4xx ?? null,
    errors5xx: errors5xx ?? null,
    latencyP50Ms: p50 ?? null,
    latencyP99Ms: p99 ?? null,
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  throw error
}
