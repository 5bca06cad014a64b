import type { FleetSparklines, Sparklines } from '@callboard/shared-types/apis/apis.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { sparklinePeriodFor, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { windowOf } from '../aws/metric-window.ts'
import { isKnown, readSeriesOf, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { rangeNow } from '../lib/range-now.ts'

interface Input {
  connection: string
  range: TimeRange
  places: Sparklines['place'][]
}

/**
 * The sparklines of some stages, at most once a period each for everyone, and no more in a day than its limit pays for:
 * then those that are known and no others. An API that doesn't exist has none.
 */
export async function fleetSparklines(ctx: Ctx, { connection: name, range, places }: Input): Promise<FleetSparklines> {
  const connection = ctx.connections.get(name)
  const names = new Map((await readRestApis(connection)).map((api) => [api.id, api.name]))
  const asked = [...new Set(places)].flatMap((place) => {
    const [apiId, stage] = place.split('/') as [string, string]
    const apiName = names.get(apiId)
    return apiName === undefined ? [] : [{ place, asked: queries({ apiName, stage }) }]
  })
  const now = ctx.clocks.worldMs()
  const seen = rangeNow(range, now)
  const seconds = sparklinePeriodFor(seen, now)
  const window = windowOf(seen, now, seconds)
  const news = asked.filter((stage) => !isKnown(connection, stage.asked, window))
  const wanted = news.flatMap((stage) => stage.asked).length
  const isSpent = wanted > 0 && !(await ctx.sparklineSpending.take(connection.config, wanted))
  const stages = isSpent ? asked.filter((stage) => !news.includes(stage)) : asked
  let unused = isSpent ? 0 : wanted
  const answers = await readSeriesOf(
    connection,
    stages.map((stage) => stage.asked),
    window,
    { freshForMs: seconds * 1_000, onAsk: (metrics) => (unused -= metrics) },
  )
  // Somebody else may have asked for the same meanwhile.
  await ctx.sparklineSpending.giveBack(connection.config, unused)
  const series = (values: (number | null)[]) => ({
    from: toInstant(window.fromMs),
    periodSeconds: window.periodSeconds,
    values,
  })
  return {
    items: stages.map(({ place }, n): Sparklines => {
      const [calls, errors5xx, p99Ms] = answers[n]!.values.map(series)
      return { place, calls: calls!, errors5xx: errors5xx!, p99Ms: p99Ms! }
    }),
    spentUsd: isSpent ? ctx.config.SPARKLINES_USD_A_DAY : null,
    messages: [...new Set(answers.flatMap(({ messages }) => messages))],
  }
}

const queries = ({ apiName, stage }: { apiName: string; stage: string }): SeriesQuery[] => [
  { apiName, stage, metric: 'Count', stat: 'Sum' },
  { apiName, stage, metric: '5XXError', stat: 'Average' },
  { apiName, stage, metric: 'Latency', stat: 'p99' },
]
