import type { Sparklines } from '@callboard/shared-types/apis/apis.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { rangeMs, sparklinePeriodSeconds, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { readSeriesOf, windowBefore, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import type { Ctx } from '../lib/context.ts'

interface Input {
  connection: string
  range: TimeRange
  places: Sparklines['place'][]
}

/** The sparklines of some stages, at most once a period each for everyone. An API that doesn't exist has none. */
export async function fleetSparklines(ctx: Ctx, { connection: name, range, places }: Input) {
  const connection = ctx.connections.get(name)
  const names = new Map((await readRestApis(connection)).map((api) => [api.id, api.name]))
  const stages = [...new Set(places)].flatMap((place) => {
    const [apiId, stage] = place.split('/') as [string, string]
    const apiName = names.get(apiId)
    return apiName === undefined ? [] : [{ place, apiName, stage }]
  })
  const seconds = sparklinePeriodSeconds[range]
  const window = windowBefore(ctx.clocks.worldMs(), rangeMs[range], seconds)
  const answers = await readSeriesOf(connection, stages.map(queries), window, { freshForMs: seconds * 1_000 })
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
    messages: [...new Set(answers.flatMap(({ messages }) => messages))],
  }
}

const queries = ({ apiName, stage }: { apiName: string; stage: string }): SeriesQuery[] => [
  { apiName, stage, metric: 'Count', stat: 'Sum' },
  { apiName, stage, metric: '5XXError', stat: 'Average' },
  { apiName, stage, metric: 'Latency', stat: 'p99' },
]
