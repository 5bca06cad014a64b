import type { AlarmRule } from '@callboard/shared-types/alarms/alarms.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { windowBefore, type Window } from '../aws/metric-window.ts'
import { readSeries, type SeriesQuery } from '../aws/metrics.reader.ts'
import { routeOf } from '../aws/route-name.ts'

/** How far back alarms are looked at, and thresholds come from. */
export const historyMs = 14 * 24 * 3_600_000

/** Two weeks of a rule's points don't change within the hour. */
export const freshForMs = 3_600_000

export type Points = (number | null)[]

/** A rule's points over the last two weeks, one a period; the window ends with a full hour so that it is asked for once in it. */
export async function readTwoWeeks(
  connection: AwsConnection,
  place: { apiName: string; stage: string },
  rules: (Pick<AlarmRule, 'statistic' | 'route' | 'periodSeconds'> & Pick<SeriesQuery, 'metric'>)[],
  nowMs: number,
): Promise<{ window: Window; points: Points[]; messages: string[] }> {
  const periodSeconds = rules[0]!.periodSeconds
  const end = Math.floor(nowMs / 3_600_000) * 3_600_000
  const window = windowBefore(end, historyMs, periodSeconds)
  const queries = rules.map(({ metric, statistic, route }): SeriesQuery => ({
    ...place,
    metric,
    stat: statistic,
    ...(route ? { route: routeOf(route) } : {}),
  }))
  const { values, messages } = await readSeries(connection, queries, window, { freshForMs })
  return { window, points: values, messages }
}
